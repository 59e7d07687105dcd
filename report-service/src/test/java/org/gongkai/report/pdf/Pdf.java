package org.gongkai.report.pdf;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.report.document.ReportDocument;
import org.gongkai.report.report.ReportFormat;

/** Makes documents as the service does, and reads them again. */
final class Pdf {

    static final Settings SETTINGS = new Settings(Optional.empty(), 2, 8, Duration.ofSeconds(20));
    static final PdfFormat FORMAT = new PdfFormat(SETTINGS, new SimpleMeterRegistry());
    private static final Printer PRINTER = new Printer(Fonts.open());
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2022-01-20T08:00:00+08:00");

    private Pdf() {}

    /** Settings as given. */
    record Settings(Optional<String> fonts, int atOnce, int mostWaiting, Duration longestWait)
            implements DocumentSettings {}

    static byte[] of(ReportFormat.Assembled report) {
        return (byte[]) FORMAT.render(report);
    }

    static byte[] of(ReportDocument report) {
        return PRINTER.print(PrintedPages.of(report, ""), MADE);
    }

    static PDDocument read(byte[] pdf) {
        try {
            return Loader.loadPDF(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its text as a reader would copy it, page after page. */
    static String text(byte[] pdf) {
        return text(pdf, 1, Integer.MAX_VALUE);
    }

    /** The text of some of its pages, the first being 1. */
    static String text(byte[] pdf, int from, int to) {
        try (PDDocument document = read(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
