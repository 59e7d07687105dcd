package org.gongkai.intake.dispute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.Kept;
import org.gongkai.intake.record.RecordKind;
import org.gongkai.intake.record.Writing;

/** Cases as they are kept. */
final class Disputes extends RecordKind<DisputeBody, Dispute> {

    static final Disputes KIND = new Disputes();

    private Disputes() {
        super("/disputes", "dispute", DisputeBody.class, key(), "extract(year FROM r.filed_on)");
    }

    private static Map<String, String> key() {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("kind", "kind");
        key.put("caseNumber", "case_number");
        return key;
    }

    @Override
    protected List<Column<Dispute>> columns() {
        return List.of(
                sent("kind", DisputeBody::kind),
                sent("case_number", DisputeBody::caseNumber),
                sent("filed_on", DisputeBody::filedOn),
                sent("application", DisputeBody::application),
                sent("after_review", DisputeBody::afterReview));
    }

    private static Column<Dispute> sent(String name, Function<DisputeBody, Object> value) {
        return new Column<>(name, dispute -> value.apply(dispute.body()));
    }

    @Override
    protected List<String> selected() {
        return List.of(InstanceTable.SELECTED);
    }

    @Override
    protected Dispute read(ResultSet row) throws SQLException {
        DisputeBody body = new DisputeBody(
                row.getString("organisation"),
                DisputeKind.valueOf(row.getString("kind")),
                row.getString("case_number"),
                row.getObject("filed_on", LocalDate.class),
                row.getString("application"),
                row.getString("after_review"));
        return new Dispute(body, InstanceTable.read(row.getString("instances")));
    }

    @Override
    protected void saved(Connection connection, UUID id, Dispute dispute) throws SQLException {
        InstanceTable.replace(connection, id, dispute.instances());
    }

    @Override
    protected DisputeBody checked(DisputeBody body, LocalDate today) {
        return body.checked(today);
    }

    @Override
    protected Dispute begun(DisputeBody body, LocalDate today) {
        return Dispute.filed(body);
    }

    @Override
    protected Dispute amended(Dispute dispute, DisputeBody body, LocalDate today) {
        return dispute.with(body);
    }

    @Override
    protected DisputeBody body(Dispute dispute) {
        return dispute.body();
    }

    @Override
    protected Object shown(Dispute dispute) {
        return DisputeView.of(dispute);
    }

    @Override
    protected List<String> warnings(Dispute dispute) {
        return dispute.body().missesReview() ? List.of("review-comes-first") : List.of();
    }

    @Override
    protected Map<String, Content> says(Dispute dispute) {
        DisputeKind kind = dispute.body().kind();
        String number = dispute.body().caseNumber();
        Map<String, Content> contents = new LinkedHashMap<>();
        Dispute.Instance before = null;
        for (Dispute.Instance instance : dispute.instances()) {
            contents.put(
                    "filed " + instance.number(),
                    before == null
                            ? new DisputeFiled(kind, number, instance.filedOn())
                            : new DisputeAppealed(
                                    kind,
                                    number,
                                    instance.filedOn(),
                                    new DisputeAppealed.Reopened(before.concludedOn(), before.result())));
            if (instance.concludedOn() != null) {
                contents.put(
                        "concluded " + instance.number(),
                        new DisputeConcluded(kind, number, instance.concludedOn(), instance.result()));
            }
            before = instance;
        }
        return contents;
    }

    /** The case with this conclusion, or as it was where it has it; refuses another one. */
    static Kept<Dispute> concluded(Writing writing, Kept<Dispute> kept, Conclusion body) {
        requireStands(kept);
        Dispute dispute = kept.state();
        if (dispute.instances().stream().anyMatch(each -> body.equals(each.conclusion()))) {
            return kept;
        }
        Dispute.Instance latest = dispute.latest();
        Conclusion clean = body.checked(latest.filedOn(), writing.today());
        if (clean.equals(latest.conclusion())) {
            return kept;
        }
        if (!dispute.pending()) {
            throw new Refusal(
                    ProblemType.ALREADY_CONCLUDED,
                    latest.concludedOn(),
                    latest.result(),
                    String.join(", ", Amendment.differences(latest.conclusion(), clean)));
        }
        return writing.put(KIND, kept, dispute.concluded(clean));
    }
}
