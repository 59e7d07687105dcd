/** Measures the packaged services beside their peers, in the same run on the same machine. */
package org.gongkai.benchmark;
