package org.gongkai.intake.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Amendment;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.Correction;
import org.gongkai.intake.record.Kept;
import org.gongkai.intake.record.RecordKind;
import org.gongkai.intake.record.Writing;

/** Indicators as they are kept. */
final class Indicators extends RecordKind.Plain<IndicatorBody> {

    private static final Map<String, String> KEY = new LinkedHashMap<>();
    static final Catalogue CATALOGUE = Catalogue.read();
    static final Indicators KIND;

    static {
        KEY.put("year", "year");
        KEY.put("indicator", "indicator");
        KIND = new Indicators(CATALOGUE);
    }

    private final Catalogue catalogue;

    private Indicators(Catalogue catalogue) {
        super("/indicators", "indicator", IndicatorBody.class, KEY, "r.year");
        this.catalogue = catalogue;
    }

    @Override
    protected List<Column<IndicatorBody>> columns() {
        return List.of(
                new Column<>("year", IndicatorBody::year),
                new Column<>("indicator", IndicatorBody::indicator),
                new Column<>("value", IndicatorBody::value));
    }

    @Override
    protected IndicatorBody read(ResultSet row) throws SQLException {
        return new IndicatorBody(
                row.getString("organisation"),
                row.getInt("year"),
                row.getString("indicator"),
                row.getLong("value"),
                null);
    }

    @Override
    protected IndicatorBody checked(IndicatorBody body, LocalDate today) {
        return body.checked(today, catalogue);
    }

    /** Another value replaces the former where a reason is given. */
    @Override
    protected Kept<IndicatorBody> replaced(
            Writing writing, IndicatorBody sent, IndicatorBody clean, Kept<IndicatorBody> kept) {
        if (kept.state().equals(clean)) {
            return kept;
        }
        if (sent.reason() == null || sent.reason().isBlank()) {
            throw new Refusal(
                    ProblemType.INDICATOR_DIFFERS,
                    clean.organisation(),
                    clean.year(),
                    clean.indicator(),
                    kept.state().value());
        }
        String reason = Amendment.reason(sent.reason());
        return writing.correct(this, kept, clean, Correction.Part.RECORD, Correction.Act.AMENDED, reason);
    }

    @Override
    protected Map<String, Content> says(IndicatorBody body) {
        return Map.of("reported", new IndicatorReported(body.year(), body.indicator(), body.value()));
    }
}
