package org.gongkai.intake.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.OfficialTime;
import org.gongkai.intake.disclosureapplication.ApplicationView;

/**
 * An attachment as callers read it; its name is masked, and its digest absent, for all but the body that holds the case.
 *
 * @param application id of the case
 * @param name absent once it was erased
 * @param mediaType by the content, whatever was declared
 * @param bytes length of the file
 * @param sha256 of the file, in hexadecimal digits
 * @param withdrawn when and why it was withdrawn; absent while it stands
 * @param erasedOn day on which name and content were erased; absent while they are there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentView(
        UUID id,
        UUID application,
        AttachmentKind kind,
        String name,
        String mediaType,
        long bytes,
        String sha256,
        OffsetDateTime recordedAt,
        String recordedBy,
        Withdrawn withdrawn,
        LocalDate erasedOn) {

    /** When, by whom and why. */
    public record Withdrawn(OffsetDateTime at, String by, String reason) {}

    /** Those that stand, in the order of entry; {@code next} is what to ask for as {@code after}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<AttachmentView> items, String next) {}

    static AttachmentView of(Attachment attachment, boolean readable) {
        Attachment.Withdrawal why = attachment.withdrawn();
        return new AttachmentView(
                attachment.id(),
                attachment.application(),
                attachment.kind(),
                told(attachment.name(), readable),
                attachment.type().mediaType(),
                attachment.bytes(),
                readable ? attachment.sha256() : null,
                OfficialTime.of(attachment.recordedAt()),
                attachment.recordedBy(),
                why == null ? null : new Withdrawn(OfficialTime.of(why.at()), why.by(), told(why.reason(), readable)),
                attachment.erasedOn());
    }

    static String told(String text, boolean readable) {
        return text == null || readable ? text : ApplicationView.MASK;
    }
}
