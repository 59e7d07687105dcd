package org.gongkai.intake.problem;

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
    LINE_TOO_LONG(400),
    UNKNOWN_CHARACTERS(400),
    NOTHING_TO_RECORD(400),
    UNKNOWN_COLUMNS(400),
    EMPTY_IMPORT(400),
    EMPTY_ATTACHMENT(400),
    NO_WORKBOOK(400),
    BROKEN_TABLE(400),
    INVALID_IDEMPOTENCY_KEY(400),
    UNAUTHENTICATED(401),
    ROLE_NOT_ALLOWED(403),
    OUTSIDE_SUBTREE(403),
    NOT_OWN_BODY(403),
    NOT_HOLDING_BODY(403),
    NOT_FOUND(404),
    CALENDAR_NOT_LOADED(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ALREADY_ABOLISHED(409),
    APPLICATION_DIFFERS(409),
    ALREADY_DECIDED(409),
    APPLICATION_VOIDED(409),
    PERSONAL_DATA_ERASED(409),
    TOO_MANY_ATTACHMENTS(409),
    IMPOSSIBLE_STEP(409),
    STEP_DIFFERS(409),
    OUTCOME_CONTRADICTED(409),
    RECORD_DIFFERS(409),
    RECORD_RETRACTED(409),
    INDICATOR_DIFFERS(409),
    ALREADY_ENDED(409),
    ENDED_BY_ITSELF(409),
    ALREADY_CONCLUDED(409),
    NOT_CONCLUDED(409),
    CONCLUSION_APPEALED(409),
    APPEAL_CONCLUDED(409),
    REQUEST_CONCLUDED(409),
    SPOOL_LOST(410),
    ATTACHMENT_ERASED(410),
    IDEMPOTENCY_KEY_IN_FLIGHT(409),
    STALE_VERSION(412),
    BODY_TOO_LARGE(413),
    IMPORT_TOO_LARGE(413),
    ATTACHMENT_TOO_LARGE(413),
    WORKBOOK_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNFIT_ATTACHMENT(415),
    ATTACHMENT_TYPE_DIFFERS(415),
    INVALID_FIELDS(422),
    IDEMPOTENCY_KEY_REUSED(422),
    UNKNOWN_ORGANISATION(422),
    UNKNOWN_RECORD(422),
    UNKNOWN_PARENT(422),
    PARENT_CYCLE(422),
    UNFIT_SUCCESSOR(422),
    ORGANISATION_ABOLISHED(422),
    INTERNAL_ERROR(500),
    DATABASE_UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** {@code unknown-organisation} for {@code UNKNOWN_ORGANISATION}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code urn:gongkai:problem:<slug>}. */
    public URI uri() {
        return URI.create("urn:gongkai:problem:" + slug());
    }
}
