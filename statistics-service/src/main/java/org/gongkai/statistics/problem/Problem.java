package org.gongkai.statistics.problem;

import java.net.URI;

/** Every problem type that this service answers with; texts stand in the bundles {@code problems_*.properties}. */
public enum Problem {
    INVALID_PARAMETER(400),
    TOO_MANY_ROWS(400),
    BAD_REQUEST(400),
    UNAUTHENTICATED(401),
    ROLE_NOT_ALLOWED(403),
    OUTSIDE_SUBTREE(403),
    UNKNOWN_ORGANISATION(404),
    UNKNOWN_UNREADABLE_FACT(404),
    UNKNOWN_RECOUNT(404),
    UNKNOWN_PATH(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    OTHER_GENERATION(409),
    UNSUPPORTED_MEDIA_TYPE(415),
    STILL_UNREADABLE(422),
    INTERNAL_ERROR(500),
    TRAIL_NOT_KEPT(501),
    POSITION_NOT_REACHED(503),
    TOO_MANY_STREAMS(503),
    JOURNAL_UNAVAILABLE(503),
    DATABASE_UNAVAILABLE(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The last part of the type, stable for ever. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The stable type. */
    public URI type() {
        return URI.create("urn:gongkai:problem:" + slug());
    }
}
