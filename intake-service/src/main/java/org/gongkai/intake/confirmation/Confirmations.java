package org.gongkai.intake.confirmation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordKind;
import org.gongkai.intake.record.Writing;

/** Confirmations as they are kept. */
final class Confirmations extends RecordKind.Plain<Confirmation> {

    static final Confirmations KIND = new Confirmations();

    private Confirmations() {
        super("/organisations", "year_confirmation", Confirmation.class, Map.of("year", "year"), "r.year");
    }

    @Override
    protected List<Column<Confirmation>> columns() {
        return List.of(
                new Column<>("year", Confirmation::year),
                new Column<>("confirmed_on", Confirmation::confirmedOn),
                new Column<>("nil", Confirmation::nil));
    }

    @Override
    protected Confirmation read(ResultSet row) throws SQLException {
        return new Confirmation(
                row.getString("organisation"),
                row.getInt("year"),
                row.getObject("confirmed_on", LocalDate.class),
                row.getBoolean("nil"));
    }

    @Override
    protected Confirmation checked(Confirmation body, LocalDate today) {
        return body;
    }

    @Override
    protected Map<String, Content> says(Confirmation body) {
        return Map.of("confirmed", new YearConfirmed(body.year(), body.confirmedOn(), body.nil()));
    }

    /** A nil report is refused where something stands, which is asked when no other fact can come between. */
    @Override
    protected Confirmation settled(Writing writing, UUID id, Confirmation was, Confirmation is) {
        if (is != null && is.nil()) {
            writing.atLast(() -> {
                if (writing.read(connection -> YearOfBody.hasRecords(connection, is.organisation(), is.year()))) {
                    throw new Refusal(ProblemType.INVALID_FIELDS).field("nil", "nil-with-records", is.year());
                }
            });
        }
        return is;
    }
}
