package org.gongkai.report.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.gongkai.report.report.ReportFormat;
import org.gongkai.report.section.Narratives;

/** The report as a page. */
@ApplicationScoped
public class PageFormat implements ReportFormat {

    @Inject
    Narratives narratives;

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
        ReportPage page = ReportPage.of(
                assembled.form(),
                assembled.statement(),
                assembled.figures(),
                narratives.of(assembled.form(), assembled.statement(), assembled.figures()),
                assembled.report().checks().findings());
        return Templates.report(page).render().getBytes(StandardCharsets.UTF_8);
    }
}
