package org.gongkai.intake.attachment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file of a case, without its content.
 *
 * @param id UUIDv7
 * @param application the case
 * @param type what it was found to be
 * @param bytes length of the plain content
 * @param chunks pieces that it is kept in
 * @param name as it was sent; null once erased
 * @param sha256 of the plain content, in hexadecimal digits; null once erased
 * @param atVersion version of the case when it was recorded
 * @param withdrawn null while it stands
 * @param erasedOn day on which name and content were erased, or null
 */
record Attachment(
        UUID id,
        UUID application,
        AttachmentKind kind,
        FileType type,
        long bytes,
        int chunks,
        String name,
        String sha256,
        OffsetDateTime recordedAt,
        String recordedBy,
        long atVersion,
        Withdrawal withdrawn,
        LocalDate erasedOn) {

    /** The version of what stands, as its entity tag; it never changes but by going. */
    static final long VERSION = 1;

    /**
     * That it was entered wrongly.
     *
     * @param reason null once erased
     * @param atVersion version of the case then
     */
    record Withdrawal(OffsetDateTime at, String by, String reason, long atVersion) {}

    Attachment withdrawn(Withdrawal why) {
        return new Attachment(
                id,
                application,
                kind,
                type,
                bytes,
                chunks,
                name,
                sha256,
                recordedAt,
                recordedBy,
                atVersion,
                why,
                erasedOn);
    }
}
