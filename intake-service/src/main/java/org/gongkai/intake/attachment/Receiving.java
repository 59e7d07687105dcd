package org.gongkai.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.disclosureapplication.CaseFolder.Cover;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Violation;

/** Receives a file: sealed as it comes, checked when it is there, and only then kept. */
@ApplicationScoped
class Receiving {

    private static final int PART = 64 * 1024;

    @Inject
    AttachmentSettings settings;

    @Inject
    Attachments attachments;

    @Inject
    Journal journal;

    @Inject
    Caller caller;

    /**
     * What a caller says of a file beside its content.
     *
     * @param type of {@code Content-Type}; null where that says nothing
     * @param bytes of {@code Content-Length}; -1 where it says nothing
     */
    record Said(AttachmentKind kind, String name, FileType type, long bytes) {

        static Said of(String kind, String name, HttpHeaders headers) {
            AttachmentKind known = Parameters.code("kind", kind, AttachmentKind.class);
            List<Violation> wrong = new ArrayList<>();
            if (known == null) {
                wrong.add(new Violation("kind", "required"));
            }
            String clean = FileName.checked(name, wrong);
            if (!wrong.isEmpty()) {
                throw Refusal.of(wrong);
            }
            MediaType declared = headers.getMediaType();
            FileType type = FileType.isUndeclared(declared)
                    ? null
                    : FileType.declared(declared).orElseThrow(Receiving::unfit);
            return new Said(known, clean, type, length(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH)));
        }

        /** Not asked of the headers as a number: that would be of 32 bits. */
        private static long length(String header) {
            try {
                return header == null ? -1 : Long.parseLong(header);
            } catch (NumberFormatException e) {
                return -1;
            }
        }
    }

    Attachments.Kept receive(Cover cover, Said said, InputStream body) throws IOException {
        long most = settings.maxSize().asLongValue();
        if (said.bytes() > most) {
            throw said.bytes() > 2 * most ? tooLarge(most) : tooLarge(body, most);
        }
        UUID id = journal.newId();
        ChunkSeal chunks = ChunkSeal.fresh(id);
        try (SealedSpool spool = SealedSpool.of(body, most, chunks).orElseThrow(() -> tooLarge(body, most))) {
            if (spool.length() == 0) {
                throw new Refusal(ProblemType.EMPTY_ATTACHMENT);
            }
            FileType type = TypeDetection.of(spool).orElseThrow(Receiving::unfit);
            if (said.type() != null && said.type() != type) {
                throw new Refusal(ProblemType.ATTACHMENT_TYPE_DIFFERS, type, type.mediaType());
            }
            return attachments.add(
                    cover,
                    new Attachments.NewFile(id, said.kind(), said.name(), type, caller.subject()),
                    chunks,
                    spool);
        } catch (SealedSpool.BrokenOff e) {
            // nobody is there to read it
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
    }

    private static Refusal unfit() {
        return new Refusal(ProblemType.UNFIT_ATTACHMENT, FileType.names());
    }

    /**
     * Most callers read an answer only when they have sent all; so as much again is read and thrown away before they are
     * told, and who sends more than that finds the connection closed.
     */
    private static Refusal tooLarge(InputStream body, long most) {
        byte[] thrownAway = new byte[PART];
        try {
            long left = most;
            int read;
            do {
                read = body.read(thrownAway);
                left -= read;
            } while (read >= 0 && left > 0);
        } catch (IOException e) {
            // gone already
        }
        return tooLarge(most);
    }

    private static Refusal tooLarge(long most) {
        return new Refusal(ProblemType.ATTACHMENT_TOO_LARGE, most).header("Connection", "close");
    }
}
