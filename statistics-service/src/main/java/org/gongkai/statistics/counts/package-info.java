/** Counts along chosen dimensions, for dashboards. */
package org.gongkai.statistics.counts;
