package org.gongkai.report.report;

import jakarta.ws.rs.core.MediaType;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.statement.Statement;

/** A format that a report can be had in; every bean of this type is offered by its suffix and its media type. */
public interface ReportFormat {

    /** {@code json}: what stands after the dot of the address. */
    String suffix();

    /** What it is called in {@code Accept} and {@code Content-Type}, with charset where it is text. */
    MediaType type();

    /** Which is offered first to a caller who takes several alike, ascending. */
    int order();

    /** The report in this format, as an entity that is written out as {@link #type()}. */
    Object render(Assembled assembled);

    /**
     * A report and what it was made from.
     *
     * @param form the form
     * @param statement as statistics-service counted it
     * @param figures every figure of it
     * @param report put together
     * @param document the same, laid out
     */
    record Assembled(Form form, Statement statement, Figures figures, YearlyReport report, ReportDocument document) {}
}
