package org.gongkai.report.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.newtable.TableRowBox;
import com.openhtmltopdf.newtable.TableSectionBox;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;

/**
 * Sets pages and writes them as PDF/A-2a and PDF/UA-1. For one document at a time; holds the fonts, read. The same pages of
 * the same instant come out as the same bytes: nothing in them is the time or by chance.
 */
final class Printer {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggerImpl(new Warnings());
    }

    /** The library makes a remark of every length that it works out, and each would be looked up by its logger's name. */
    private static final class Warnings extends Slf4jLogger {
        @Override
        public boolean isLogLevelEnabled(Diagnostic remark) {
            return remark.getLevel().intValue() >= Level.WARNING.intValue() && super.isLogLevelEnabled(remark);
        }
    }

    private final Fonts fonts;
    private final Map<byte[], TrueTypeFont> parsed;

    Printer(Fonts fonts) {
        this.fonts = fonts;
        try {
            this.parsed = fonts.parsed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param pages see {@link PrintedPages}
     * @param made the instant of the figures, as the document's own
     */
    byte[] print(Document pages, OffsetDateTime made) {
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(pdf);
            builder.withW3cDocument(pages, null);
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(SRGB);
            builder.withProducer("Gongkai");
            builder.useSVGDrawer(new ChartDrawer());
            builder.useExternalResourceAccessControl(
                    (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                addFonts(renderer.getFontResolver(), pdf);
                renderer.layout();
                showMergedHeads(renderer.getRootBox());
                renderer.createPDFWithoutClosing();
            }
            date(pdf, made);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * On the second page of a table the library (1.1.65) moves the lines of cells that span rows below the head, also of
     * those that are in the head: there they vanish. What it knows of a row's pages is needed by rows below the head alone.
     */
    private static void showMergedHeads(Box box) {
        if (box instanceof TableRowBox row
                && row.getParent() instanceof TableSectionBox section
                && section.isHeader()) {
            row.setContentLimitContainer(null);
        }
        for (int child = 0; child < box.getChildCount(); child++) {
            showMergedHeads(box.getChild(child));
        }
    }

    private void addFonts(PdfBoxFontResolver resolver, PDDocument pdf) {
        Map<byte[], PDFont> loaded = new IdentityHashMap<>();
        fonts.first().forEach(font -> add(resolver, font, load(pdf, font, loaded), FontGroup.MAIN));
        fonts.fallback().forEach(font -> add(resolver, font, load(pdf, font, loaded), FontGroup.PRE_BUILT_IN_FALLBACK));
    }

    private static void add(PdfBoxFontResolver resolver, Fonts.Font font, Supplier<PDFont> loaded, FontGroup group) {
        PDFontSupplier supplier = new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                return loaded.get();
            }
        };
        Typeface typeface = font.typeface();
        resolver.addFont(supplier, typeface.family(), typeface.weight(), IdentValue.NORMAL, true, group);
    }

    /** When it is first used, and once in a document for all types that share a file. */
    private Supplier<PDFont> load(PDDocument pdf, Fonts.Font font, Map<byte[], PDFont> loaded) {
        return () -> loaded.computeIfAbsent(font.file(), file -> {
            try {
                return PDType0Font.load(pdf, parsed.get(file), true);
            } catch (IOException e) {
                throw new UncheckedIOException(font.typeface().family(), e);
            }
        });
    }

    /** The library takes the machine's time; the document's two dates must be one (ISO 19005-2, 6.6.3). */
    private static void date(PDDocument pdf, OffsetDateTime made) throws IOException {
        pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(made.toZonedDateTime()));
        PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
        String written = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dated = written.replaceAll("(<xmp:CreateDate>)[^<]*", "$1" + made.withNano(0));
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
        CRC32 content = new CRC32();
        content.update(dated.getBytes(StandardCharsets.UTF_8));
        pdf.setDocumentId(content.getValue());
    }
}
