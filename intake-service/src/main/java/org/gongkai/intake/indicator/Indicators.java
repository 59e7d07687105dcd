package org.gongkai.intake.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordKind;

/** Indicators as they are kept. */
final class Indicators extends RecordKind.Plain<IndicatorBody> {

    private static final Map<String, String> KEY = new LinkedHashMap<>();

    static {
        KEY.put("year", "year");
        KEY.put("indicator", "indicator");
    }

    private final Catalogue catalogue;

    Indicators(Catalogue catalogue) {
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

    @Override
    protected Map<String, Content> says(IndicatorBody body) {
        return Map.of("reported", new IndicatorReported(body.year(), body.indicator(), body.value()));
    }
}
