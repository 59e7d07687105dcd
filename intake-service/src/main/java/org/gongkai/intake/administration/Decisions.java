package org.gongkai.intake.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordKind;

/** Decisions as they are kept. */
final class Decisions extends RecordKind.Plain<DecisionsBody> {

    Decisions() {
        super(
                "/administrative-decisions",
                "administrative_decisions",
                DecisionsBody.class,
                Map.of("reference", "reference"),
                "left(r.period, 4)::int");
    }

    @Override
    protected List<Column<DecisionsBody>> columns() {
        return List.of(
                new Column<>("kind", DecisionsBody::kind),
                new Column<>("period", DecisionsBody::period),
                new Column<>("decisions", DecisionsBody::decisions),
                new Column<>("reference", DecisionsBody::reference));
    }

    @Override
    protected DecisionsBody read(ResultSet row) throws SQLException {
        return new DecisionsBody(
                row.getString("organisation"),
                DecisionKind.valueOf(row.getString("kind")),
                row.getString("period"),
                row.getLong("decisions"),
                row.getString("reference"));
    }

    @Override
    protected DecisionsBody checked(DecisionsBody body, LocalDate today) {
        return body.checked(today);
    }

    @Override
    protected Map<String, Content> says(DecisionsBody body) {
        return Map.of(
                "decisions",
                new AdministrativeDecisionsReported(body.kind(), body.period(), body.decisions(), body.reference()));
    }
}
