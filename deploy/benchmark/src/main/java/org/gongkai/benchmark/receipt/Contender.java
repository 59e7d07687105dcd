package org.gongkai.benchmark.receipt;

import java.time.Duration;

/** Takes applications over some connections for some time. */
interface Contender {

    String name();

    Sample run(int connections, Duration time);
}
