package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The report that is signed can be kept for ever (PDF/A-2a, ISO 19005-2) and heard (PDF/UA-1, ISO 14289-1). */
class PdfConformanceIT {

    @ParameterizedTest
    @ValueSource(ints = {2020, 2021})
    void the_report_is_valid_pdf_a_2a_and_pdf_ua_1(int year) throws Exception {
        byte[] report = Files.readAllBytes(DemoReports.of(year, "pdf"));

        assertEquals(List.of(), VeraPdf.broken(report, PDFAFlavour.PDFA_2_A));
        assertEquals(List.of(), VeraPdf.broken(report, PDFAFlavour.PDFUA_1));
    }

    @Test
    void a_document_without_tags_and_without_its_font_is_neither() throws Exception {
        byte[] plain = plain();

        assertBroken("ISO 19005-2:2011 6.2.11.4.1", VeraPdf.broken(plain, PDFAFlavour.PDFA_2_A));
        assertBroken("ISO 19005-2:2011 6.7.2.2", VeraPdf.broken(plain, PDFAFlavour.PDFA_2_A));
        assertBroken("ISO 14289-1:2014 7.1", VeraPdf.broken(plain, PDFAFlavour.PDFUA_1));
    }

    @Test
    void one_thing_that_is_taken_out_of_the_report_is_missed() throws Exception {
        byte[] unspoilt = spoilt(report -> {});
        byte[] mute = spoilt(report -> silence(report.getDocumentCatalog().getStructureTreeRoot()));
        byte[] colourless = spoilt(report -> report.getDocumentCatalog().setOutputIntents(List.of()));

        assertEquals(List.of(), VeraPdf.broken(unspoilt, PDFAFlavour.PDFA_2_A));
        assertEquals(List.of(), VeraPdf.broken(unspoilt, PDFAFlavour.PDFUA_1));
        assertBroken("ISO 14289-1:2014 7.3", VeraPdf.broken(mute, PDFAFlavour.PDFUA_1));
        assertBroken("ISO 19005-2:2011 6.2.4.3", VeraPdf.broken(colourless, PDFAFlavour.PDFA_2_A));
    }

    private static void assertBroken(String rule, List<String> broken) {
        assertTrue(broken.stream().anyMatch(line -> line.startsWith(rule + "-")), () -> rule + " is not in " + broken);
    }

    private static byte[] spoilt(Consumer<PDDocument> spoil) throws IOException {
        try (PDDocument report = Loader.loadPDF(DemoReports.of(2021, "pdf").toFile())) {
            spoil.accept(report);
            return saved(report);
        }
    }

    /** What a chart is to who does not see it. */
    private static void silence(PDStructureNode node) {
        if (node instanceof PDStructureElement element) {
            element.setAlternateDescription(null);
        }
        node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .forEach(kid -> silence((PDStructureElement) kid));
    }

    private static byte[] plain() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 720);
                content.showText("2021");
                content.endText();
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
