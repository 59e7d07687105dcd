package org.gongkai.intake.processingfee;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordKind;
import org.gongkai.intake.record.Yuan;

/** Processing fees as they are kept. */
final class ProcessingFees extends RecordKind.Plain<ProcessingFeesBody> {

    ProcessingFees() {
        super(
                "/processing-fees",
                "processing_fees",
                ProcessingFeesBody.class,
                Map.of("reference", "reference"),
                "left(r.period, 4)::int");
    }

    @Override
    protected List<Column<ProcessingFeesBody>> columns() {
        return List.of(
                new Column<>("period", ProcessingFeesBody::period),
                new Column<>("cases", ProcessingFeesBody::cases),
                new Column<>("amount_yuan", body -> new BigDecimal(body.amountYuan())),
                new Column<>("reference", ProcessingFeesBody::reference));
    }

    @Override
    protected ProcessingFeesBody read(ResultSet row) throws SQLException {
        return new ProcessingFeesBody(
                row.getString("organisation"),
                row.getString("period"),
                row.getLong("cases"),
                Yuan.of(row.getBigDecimal("amount_yuan")),
                row.getString("reference"));
    }

    @Override
    protected ProcessingFeesBody checked(ProcessingFeesBody body, LocalDate today) {
        return body.checked(today);
    }

    @Override
    protected Map<String, Content> says(ProcessingFeesBody body) {
        return Map.of(
                "collected",
                new ProcessingFeeCollected(body.period(), body.cases(), body.amountYuan(), body.reference()));
    }
}
