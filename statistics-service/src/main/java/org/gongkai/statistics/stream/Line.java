package org.gongkai.statistics.stream;

/** The wire under a connection, as far as the hub must know it. */
interface Line {

    /** Whether the other end is gone. */
    boolean isClosed();

    /** Whether the answer has ended, or the line is closed. */
    boolean isOver();

    /** Cuts it, whatever still waits to be sent. */
    void cut();
}
