package org.gongkai.benchmark.formats;

import java.util.List;

/**
 * What the browser took for the page of the same report.
 *
 * @param version its name and number
 * @param prints the time of each process, from its start to its end
 * @param megabytes of all its processes at most
 */
record Printed(String version, List<Answer> prints, long megabytes) {}
