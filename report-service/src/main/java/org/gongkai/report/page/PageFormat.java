package org.gongkai.report.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.gongkai.report.report.ReportFormat;

/** The report as a page. */
@ApplicationScoped
public class PageFormat implements ReportFormat {

    @Override
    public String suffix() {
        return "html";
    }

    @Override
    public MediaType type() {
        return new MediaType("text", "html", StandardCharsets.UTF_8.name());
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public Object render(Assembled assembled) {
        return Templates.report(assembled.document(), Style.SHEET).render().getBytes(StandardCharsets.UTF_8);
    }
}
