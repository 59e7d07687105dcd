package org.gongkai.statistics.stream;

/** The wire under a connection, as far as the hub must know it. */
interface Line {

    /** Whether the other end is gone. */
    boolean isClosed();

    /** Cuts it, whatever still waits to be sent. */
    void cut();
}
