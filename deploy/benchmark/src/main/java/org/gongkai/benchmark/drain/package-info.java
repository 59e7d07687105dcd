/**
 * How fast statistics-service counts a full topic, beside what else can be done with the same topic in the same run. The
 * service is a black box: packaged, started as its users start it, watched by {@code GET /progress}.
 */
package org.gongkai.benchmark.drain;
