/** {@code POST /imports} beside PostgreSQL's own COPY of the same finished rows. */
package org.gongkai.benchmark.imports;
