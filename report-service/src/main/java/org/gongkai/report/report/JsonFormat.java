package org.gongkai.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;

/** The report as programs read it. */
@ApplicationScoped
public class JsonFormat implements ReportFormat {

    @Override
    public String suffix() {
        return "json";
    }

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_JSON_TYPE;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Object render(Assembled assembled) {
        return assembled.report();
    }
}
