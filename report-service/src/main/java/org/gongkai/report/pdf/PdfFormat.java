package org.gongkai.report.pdf;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.report.ReportFormat;
import org.w3c.dom.Document;

/** The report as a document to print, sign and publish. */
@ApplicationScoped
public class PdfFormat implements ReportFormat {

    private final Map<Typeface, byte[]> own;
    private final Printers printers;
    private volatile Fonts fonts;

    @Inject
    PdfFormat(DocumentSettings settings, MeterRegistry metrics) {
        this.own = settings.fonts().map(Path::of).map(OwnFonts::in).orElse(Map.of());
        this.printers = new Printers(settings, metrics, () -> new Printer(fonts()));
    }

    /** So that fonts that cannot be used are told at the start, and not to the first who asks for a document. */
    void start(@Observes StartupEvent event) {
        if (!own.isEmpty()) {
            fonts();
        }
    }

    @Override
    public String suffix() {
        return "pdf";
    }

    @Override
    public MediaType type() {
        return new MediaType("application", "pdf");
    }

    @Override
    public int order() {
        return 4;
    }

    /**
     * @throws Refusal if a character has no glyph in any font, before anything is set; or if too many documents are asked for
     */
    @Override
    public Object render(Assembled assembled) {
        List<String> unprintable = Unprintable.in(assembled.document(), fonts()::print);
        if (!unprintable.isEmpty()) {
            throw new Refusal(ProblemType.UNPRINTABLE_CHARACTERS, String.join("；", unprintable));
        }
        Document pages =
                PrintedPages.of(assembled.document(), assembled.report().name());
        OffsetDateTime made = OffsetDateTime.parse(assembled.statement().asOf());
        return printers.with(printer -> printer.print(pages, made));
    }

    /** Read when first needed: a service that prints nothing needs none. */
    private Fonts fonts() {
        if (fonts == null) {
            synchronized (this) {
                if (fonts == null) {
                    fonts = Fonts.with(own);
                }
            }
        }
        return fonts;
    }
}
