package org.gongkai.report.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.gongkai.report.report.ReportFormat;

/** The report as plain text in UTF-8. */
@ApplicationScoped
public class TextFormat implements ReportFormat {

    @Override
    public String suffix() {
        return "txt";
    }

    @Override
    public MediaType type() {
        return new MediaType("text", "plain", StandardCharsets.UTF_8.name());
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public Object render(Assembled assembled) {
        return new TextReport(assembled).text().getBytes(StandardCharsets.UTF_8);
    }
}
