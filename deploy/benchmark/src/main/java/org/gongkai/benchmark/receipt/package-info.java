/** How fast {@code POST /applications} takes applications: beside the same statement by pgbench, and beside a bare endpoint. */
package org.gongkai.benchmark.receipt;
