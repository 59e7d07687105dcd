package org.gongkai.local;

/** One process of the system. */
interface Part {

    /** {@code postgresql}, {@code kafka}, {@code intake}, {@code statistics} or {@code report}. */
    String name();

    /** Starts it, after ending whatever was left of it, and returns when it is ready. */
    void start();

    /** Whether its process lives. */
    boolean isAlive();

    /** Its process, 0 where it has none. */
    long pid();

    /** Ends it in order. */
    void stop();
}
