package org.gongkai.statistics.stream;

import org.jspecify.annotations.Nullable;

/**
 * What a connection is sent.
 *
 * @param id position token; null for a heartbeat
 * @param data JSON; null for a heartbeat
 */
record Message(Kind kind, @Nullable String id, @Nullable String data) {

    /** The only one of its kind. */
    static final Message HEARTBEAT = new Message(Kind.HEARTBEAT, null, null);

    /** Its event. */
    enum Kind {
        /** The whole statement. */
        SNAPSHOT,
        /** The figures that changed. */
        CHANGE,
        /** A comment. */
        HEARTBEAT
    }
}
