package org.gongkai.report.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gongkai.report.report.ReportFormat;

/** The report as a Word document (WordprocessingML). */
@ApplicationScoped
public class WordFormat implements ReportFormat {

    @Override
    public String suffix() {
        return "docx";
    }

    @Override
    public MediaType type() {
        return new MediaType("application", "vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Object render(Assembled assembled) {
        try {
            return WordReport.of(assembled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
