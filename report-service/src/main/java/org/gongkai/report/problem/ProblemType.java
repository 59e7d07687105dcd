package org.gongkai.report.problem;

import java.net.URI;
import java.util.Locale;

/**
 * Every problem type of this service. The name is the slug of {@code urn:gongkai:problem:<slug>}; titles and details
 * stand in the message bundles beside this class.
 */
public enum ProblemType {
    UNREADABLE_BODY(400),
    UNKNOWN_FIELD(400),
    INVALID_PARAMETER(400),
    UNREADABLE_POSITION(400),
    INVALID_IDEMPOTENCY_KEY(400),
    UNAUTHENTICATED(401),
    ROLE_NOT_ALLOWED(403),
    OUTSIDE_SUBTREE(403),
    NOT_FOUND(404),
    EDITION_NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    OTHER_GENERATION(409),
    FROZEN_MEANWHILE(409),
    PUBLISHED_OTHERWISE(409),
    NOT_RECOMPUTABLE(409),
    STALE_VERSION(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_FIELDS(422),
    UNKNOWN_PLACEHOLDER(422),
    IDEMPOTENCY_KEY_REUSED(422),
    STATEMENT_INCOMPLETE(422),
    CHECKS_BROKEN(422),
    UNPRINTABLE_CHARACTERS(422),
    INTERNAL_ERROR(500),
    EDITION_DAMAGED(500),
    STATEMENT_UNUSABLE(502),
    DATABASE_UNAVAILABLE(503),
    DOCUMENTS_BUSY(503),
    POSITION_NOT_REACHED(503),
    STATISTICS_UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** {@code role-not-allowed} for {@code ROLE_NOT_ALLOWED}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code urn:gongkai:problem:<slug>}. */
    public URI uri() {
        return URI.create("urn:gongkai:problem:" + slug());
    }
}
