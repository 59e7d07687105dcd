package org.gongkai.intake.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.intake.disclosureapplication.CaseAct;
import org.gongkai.intake.disclosureapplication.CaseBelongings;
import org.gongkai.intake.disclosureapplication.CaseFolder;
import org.gongkai.intake.disclosureapplication.CaseFolder.Cover;
import org.gongkai.intake.disclosureapplication.HistoryView;
import org.gongkai.intake.organisation.VersionTag;
import org.gongkai.intake.personaldata.BlindIndex;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/**
 * The attachments of cases: added and withdrawn in one transaction that keeps the case from others, read piece by piece. No
 * fact tells of them, nothing counts them, and the case's version stays.
 */
@ApplicationScoped
class Attachments implements CaseBelongings {

    /** How many may stand on one case. */
    static final int MOST = 50;

    @Inject
    CaseFolder folder;

    @Inject
    Seal seal;

    @Inject
    BlindIndex index;

    @Inject
    Clock clock;

    /**
     * A file that was received whole and checked.
     *
     * @param id of the attachment that it is to become
     * @param by the token's {@code sub}
     */
    record NewFile(UUID id, AttachmentKind kind, String name, FileType type, String by) {}

    /** What a call came to; {@code made} is false where it was there before. */
    record Kept(Attachment attachment, boolean made) {}

    /** Refuses a case that takes no more files, before one is received. */
    static void requireOpen(Cover cover) {
        if (cover.voidedAt() != null) {
            throw new Refusal(ProblemType.APPLICATION_VOIDED, cover.voidedAt());
        }
        if (cover.erased()) {
            throw new Refusal(ProblemType.PERSONAL_DATA_ERASED);
        }
    }

    /** Adds it, or answers the one that stands with the same kind, name and content. */
    Kept add(Cover cover, NewFile file, ChunkSeal chunks, SealedSpool spool) {
        byte[] same = index.ofFile(cover.id(), file.kind().name(), file.name(), spool.sha256());
        return folder.changing(cover, (connection, locked) -> {
            requireOpen(locked);
            Optional<Attachment> before = table().same(connection, cover.id(), same);
            if (before.isPresent()) {
                return new Kept(before.get(), false);
            }
            if (table().standing(connection, cover.id()) >= MOST) {
                throw new Refusal(ProblemType.TOO_MANY_ATTACHMENTS, MOST);
            }
            Attachment made = new Attachment(
                    file.id(),
                    cover.id(),
                    file.kind(),
                    file.type(),
                    spool.length(),
                    spool.chunks(),
                    file.name(),
                    spool.sha256(),
                    now(),
                    file.by(),
                    locked.version(),
                    null,
                    null);
            insert(connection, made, same, chunks, spool);
            return new Kept(made, true);
        });
    }

    private void insert(Connection connection, Attachment made, byte[] same, ChunkSeal chunks, SealedSpool spool)
            throws SQLException {
        try {
            table().insert(connection, made, same, chunks.key(), spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Withdraws one; the same again is answered with what exists. */
    Attachment withdraw(Cover cover, UUID id, String ifMatch, String by, String reason) {
        return folder.changing(cover, (connection, locked) -> {
            Attachment kept = table().byId(connection, id)
                    .filter(found -> found.application().equals(cover.id()))
                    .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
            if (kept.withdrawn() != null) {
                return kept;
            }
            requireOpen(locked);
            VersionTag.require(ifMatch, Attachment.VERSION);
            Attachment.Withdrawal why = new Attachment.Withdrawal(now(), by, reason, locked.version());
            table().withdraw(connection, id, why);
            return kept.withdrawn(why);
        });
    }

    /** Those that stand, in the order of entry. */
    List<Attachment> standing(UUID application) {
        return folder.reading(connection -> table().of(connection, application)).stream()
                .filter(each -> each.withdrawn() == null)
                .toList();
    }

    /** One that stands on that case, with its name and content. */
    Attachment readable(UUID application, String id) {
        Attachment found = Parameters.id(id)
                .flatMap(known -> folder.reading(connection -> table().byId(connection, known)))
                .filter(each -> each.application().equals(application) && each.withdrawn() == null)
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
        if (found.erasedOn() != null) {
            throw new Refusal(ProblemType.ATTACHMENT_ERASED, found.erasedOn());
        }
        return found;
    }

    /** How its content is opened. */
    ChunkSeal chunks(Attachment attachment) {
        return folder.reading(connection -> table().key(connection, attachment.id()))
                .map(key -> ChunkSeal.of(attachment.id(), key))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    }

    /** A piece of its content; each is read by itself, so that a slow caller holds no connection. */
    byte[] chunk(Attachment attachment, ChunkSeal chunks, int number) throws IOException {
        byte[] sealed = folder.reading(connection -> table().chunk(connection, attachment.id(), number))
                .orElseThrow(
                        () -> new IOException("piece " + number + " of attachment " + attachment.id() + " is gone"));
        return chunks.open(number, number == attachment.chunks() - 1, sealed);
    }

    @Override
    public void erase(Connection connection, UUID application, LocalDate today) throws SQLException {
        table().erase(connection, application, today);
    }

    @Override
    public List<HistoryView> history(UUID application, boolean readable) {
        List<HistoryView> lines = new ArrayList<>();
        for (Attachment each : folder.reading(connection -> table().of(connection, application))) {
            HistoryView.Attached file =
                    new HistoryView.Attached(each.id(), each.kind().name(), AttachmentView.told(each.name(), readable));
            lines.add(HistoryView.of(
                    each.atVersion(), each.recordedAt(), each.recordedBy(), CaseAct.ATTACHED, null, file));
            Attachment.Withdrawal why = each.withdrawn();
            if (why != null) {
                lines.add(HistoryView.of(
                        why.atVersion(),
                        why.at(),
                        why.by(),
                        CaseAct.ATTACHMENT_WITHDRAWN,
                        AttachmentView.told(why.reason(), readable),
                        file));
            }
        }
        lines.sort(Comparator.comparing(HistoryView::at));
        return lines;
    }

    private AttachmentTable table() {
        return new AttachmentTable(seal);
    }

    /** As the database will tell it. */
    private OffsetDateTime now() {
        return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
