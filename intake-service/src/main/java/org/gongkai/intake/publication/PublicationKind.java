package org.gongkai.intake.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordKind;

/** Publications as they are kept. */
final class PublicationKind extends RecordKind.Plain<PublicationBody> {

    PublicationKind() {
        super(
                "/publications",
                "publication",
                PublicationBody.class,
                Map.of("reference", "reference"),
                "extract(year FROM r.published_on)");
    }

    @Override
    protected List<Column<PublicationBody>> columns() {
        return List.of(
                new Column<>("published_on", PublicationBody::publishedOn),
                new Column<>(
                        "channels",
                        body -> body.channels().stream().map(Enum::name).toArray(String[]::new)),
                new Column<>("items", PublicationBody::items),
                new Column<>("reference", PublicationBody::reference));
    }

    @Override
    protected PublicationBody read(ResultSet row) throws SQLException {
        return new PublicationBody(
                row.getString("organisation"),
                row.getObject("published_on", LocalDate.class),
                Arrays.stream((String[]) row.getArray("channels").getArray())
                        .map(PublicationChannel::valueOf)
                        .toList(),
                row.getLong("items"),
                row.getString("reference"));
    }

    @Override
    protected PublicationBody checked(PublicationBody body, LocalDate today) {
        return body.checked(today);
    }

    @Override
    protected Map<String, Content> says(PublicationBody body) {
        return Map.of(
                "published", new ItemsPublished(body.publishedOn(), body.channels(), body.items(), body.reference()));
    }
}
