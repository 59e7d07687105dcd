package org.gongkai.intake.administration;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordKind;
import org.gongkai.intake.record.Yuan;

/** Administrative fees as they are kept. */
final class Fees extends RecordKind.Plain<FeesBody> {

    Fees() {
        super(
                "/administrative-fees",
                "administrative_fees",
                FeesBody.class,
                Map.of("reference", "reference"),
                "left(r.period, 4)::int");
    }

    @Override
    protected List<Column<FeesBody>> columns() {
        return List.of(
                new Column<>("period", FeesBody::period),
                new Column<>("amount_yuan", body -> new BigDecimal(body.amountYuan())),
                new Column<>("reference", FeesBody::reference));
    }

    @Override
    protected FeesBody read(ResultSet row) throws SQLException {
        return new FeesBody(
                row.getString("organisation"),
                row.getString("period"),
                Yuan.of(row.getBigDecimal("amount_yuan")),
                row.getString("reference"));
    }

    @Override
    protected FeesBody checked(FeesBody body, LocalDate today) {
        return body.checked(today);
    }

    @Override
    protected Map<String, Content> says(FeesBody body) {
        return Map.of("fees", new AdministrativeFeesReported(body.period(), body.amountYuan(), body.reference()));
    }
}
