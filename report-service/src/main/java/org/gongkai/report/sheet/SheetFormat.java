package org.gongkai.report.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.gongkai.report.report.ReportFormat;

/** The report as a workbook (SpreadsheetML). */
@ApplicationScoped
public class SheetFormat implements ReportFormat {

    @Override
    public String suffix() {
        return "xlsx";
    }

    @Override
    public MediaType type() {
        return new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Object render(Assembled assembled) {
        try {
            return ReportBook.of(assembled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
