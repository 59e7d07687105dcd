package org.gongkai.intake.normativedocument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.gongkai.intake.normativedocument.NormativeDocument.End;
import org.gongkai.intake.normativedocument.NormativeDocument.Supersession;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.Kept;
import org.gongkai.intake.record.RecordKind;
import org.gongkai.intake.record.Records;
import org.gongkai.intake.record.Writing;

/** Documents as they are kept; one that supersedes another moves that one's end with it. */
final class Documents extends RecordKind<DocumentBody, NormativeDocument> {

    static final Documents KIND = new Documents();

    private static final String NUMBER = "document_number";
    private static final String SUPERSEDES = "supersedes";

    private Documents() {
        super(
                "/normative-documents",
                "normative_document",
                DocumentBody.class,
                Map.of("documentNumber", NUMBER),
                "extract(year FROM r.issued_on)");
    }

    @Override
    protected List<Column<NormativeDocument>> columns() {
        return List.of(
                sent("kind", DocumentBody::kind),
                sent("title", DocumentBody::title),
                sent(NUMBER, DocumentBody::documentNumber),
                sent("issued_on", DocumentBody::issuedOn),
                sent("valid_until", DocumentBody::validUntil),
                sent(SUPERSEDES, DocumentBody::supersedes),
                column("abolished_on", NormativeDocument::abolition, DocumentAbolition::abolishedOn),
                column("abolition_manner", NormativeDocument::abolition, DocumentAbolition::kind),
                column("superseded_by", NormativeDocument::supersession, Supersession::by),
                column("superseded_on", NormativeDocument::supersession, Supersession::on),
                column("ended_on", NormativeDocument::end, End::on),
                column("manner", NormativeDocument::end, End::manner));
    }

    private static Column<NormativeDocument> sent(String name, Function<DocumentBody, Object> value) {
        return new Column<>(name, document -> value.apply(document.body()));
    }

    private static <P> Column<NormativeDocument> column(
            String name, Function<NormativeDocument, P> part, Function<P, Object> value) {
        return new Column<>(name, document -> {
            P there = part.apply(document);
            return there == null ? null : value.apply(there);
        });
    }

    @Override
    protected NormativeDocument read(ResultSet row) throws SQLException {
        DocumentBody body = new DocumentBody(
                row.getString("organisation"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString(NUMBER),
                day(row, "issued_on"),
                day(row, "valid_until"),
                row.getString(SUPERSEDES));
        LocalDate abolished = day(row, "abolished_on");
        LocalDate superseded = day(row, "superseded_on");
        LocalDate ended = day(row, "ended_on");
        return new NormativeDocument(
                body,
                abolished == null
                        ? null
                        : new DocumentAbolition(abolished, Manner.valueOf(row.getString("abolition_manner"))),
                superseded == null ? null : new Supersession(row.getObject("superseded_by", UUID.class), superseded),
                ended == null ? null : new End(ended, Manner.valueOf(row.getString("manner"))));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    @Override
    protected DocumentBody checked(DocumentBody body, LocalDate today) {
        return body.checked(today);
    }

    @Override
    protected void requireAllowed(DocumentBody body, Standing.Body register) {
        if (body.kind() == DocumentKind.RULES && !register.mayIssueRules()) {
            throw new Refusal(ProblemType.INVALID_FIELDS).field("kind", "no-rules");
        }
    }

    @Override
    protected NormativeDocument begun(DocumentBody body, LocalDate today) {
        return NormativeDocument.issued(body, today);
    }

    @Override
    protected NormativeDocument amended(NormativeDocument document, DocumentBody body, LocalDate today) {
        return document.with(body, today);
    }

    @Override
    protected DocumentBody body(NormativeDocument document) {
        return document.body();
    }

    @Override
    protected Object shown(NormativeDocument document) {
        return DocumentView.of(document);
    }

    @Override
    protected Map<String, Content> says(NormativeDocument document) {
        DocumentBody body = document.body();
        Map<String, Content> contents = new LinkedHashMap<>();
        contents.put("issued", new NormativeDocumentIssued(body.kind(), body.documentNumber(), body.issuedOn()));
        if (document.end() != null) {
            contents.put(
                    "ended",
                    new NormativeDocumentEnded(
                            body.kind(),
                            body.documentNumber(),
                            document.end().on(),
                            document.end().manner()));
        }
        return contents;
    }

    @Override
    protected NormativeDocument settled(Writing writing, UUID id, NormativeDocument was, NormativeDocument is) {
        String before = was == null ? null : was.body().supersedes();
        String now = is == null ? null : is.body().supersedes();
        if (before != null && !before.equals(now)) {
            release(writing, id, was.body().organisation(), before);
        }
        if (now != null
                && (!now.equals(before)
                        || !Objects.equals(was.body().issuedOn(), is.body().issuedOn()))) {
            supersede(writing, id, is.body());
        }
        return was == null ? supersededFromTheStart(writing, is) : is;
    }

    private void supersede(Writing writing, UUID id, DocumentBody by) {
        Kept<NormativeDocument> former = numbered(writing, by.organisation(), by.supersedes());
        if (former == null) {
            throw new Refusal(ProblemType.INVALID_FIELDS).field(SUPERSEDES, "supersedes-unknown", by.supersedes());
        }
        Supersession present = former.state().supersession();
        if (present != null && !present.by().equals(id)) {
            throw new Refusal(ProblemType.INVALID_FIELDS).field(SUPERSEDES, "superseded-already", by.supersedes());
        }
        LocalDate formerIssue = former.state().body().issuedOn();
        if (by.issuedOn().isBefore(formerIssue)) {
            throw new Refusal(ProblemType.INVALID_FIELDS).field("issuedOn", "before-issue", formerIssue);
        }
        writing.put(this, former, former.state().with(new Supersession(id, by.issuedOn()), writing.today()));
    }

    private void release(Writing writing, UUID id, String organisation, String number) {
        Kept<NormativeDocument> former = numbered(writing, organisation, number);
        if (former != null
                && former.state().supersession() != null
                && former.state().supersession().by().equals(id)) {
            writing.put(this, former, former.state().with((Supersession) null, writing.today()));
        }
    }

    /** A document that was retracted and entered anew may be superseded already. */
    private NormativeDocument supersededFromTheStart(Writing writing, NormativeDocument document) {
        DocumentBody body = document.body();
        return writing.lock(this, body.organisation(), List.of(new Records.Equal(SUPERSEDES, body.documentNumber())))
                .filter(next -> !next.state().body().issuedOn().isBefore(body.issuedOn()))
                .map(next -> document.with(
                        new Supersession(next.id(), next.state().body().issuedOn()), writing.today()))
                .orElse(document);
    }

    private Kept<NormativeDocument> numbered(Writing writing, String organisation, String number) {
        return writing.lock(this, organisation, List.of(new Records.Equal(NUMBER, number)))
                .orElse(null);
    }

    /** The document with this end, or as it was where it ended so; refuses another end. */
    static Kept<NormativeDocument> abolished(Writing writing, Kept<NormativeDocument> kept, DocumentAbolition body) {
        requireStands(kept);
        NormativeDocument document = kept.state();
        DocumentAbolition clean = body.checked(document.body(), writing.today());
        End end = document.end();
        boolean same = clean.equals(document.abolition()) || new End(clean.abolishedOn(), clean.kind()).equals(end);
        if (same) {
            return kept;
        }
        if (document.abolition() != null || end != null && !clean.abolishedOn().isBefore(end.on())) {
            throw new Refusal(ProblemType.ALREADY_ENDED, end.on(), end.manner(), "/normative-documents/" + kept.id());
        }
        return writing.put(KIND, kept, document.with(clean, writing.today()));
    }
}
