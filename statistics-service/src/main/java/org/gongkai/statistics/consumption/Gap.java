package org.gongkai.statistics.consumption;

/**
 * Facts of a lane that did not come.
 *
 * @param expected the first one that is missing
 * @param came the one that came in its stead
 */
record Gap(int lane, long expected, long came) {}
