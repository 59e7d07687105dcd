package org.gongkai.report.edition;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.report.ReportFormat;
import org.gongkai.report.report.Reports;
import org.gongkai.report.report.YearlyReport;

/**
 * Makes an edition: one statement, read once, put together once, rendered in every format. What would be printed as in the
 * newest edition makes no other, so that a call may be sent again.
 */
@ApplicationScoped
class Freezing {

    /** Another edition may come between as often as this; each time all is read anew. */
    private static final int TRIES = 5;

    @Inject
    Reports reports;

    @Inject
    EditionStore store;

    @Inject
    EditionKeys keys;

    @Inject
    @All
    List<ReportFormat> formats;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** An edition, and whether this call made it. */
    record Outcome(Edition edition, boolean made) {}

    /**
     * @param atLeast the position that must be counted, or null
     * @param authorization the caller's own header, passed on
     * @param subject who freezes it
     * @param sent the key under which it is asked for, which is answered as it was before; or null
     */
    Outcome freeze(String organisation, int year, String atLeast, String authorization, String subject, SentKey sent) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Outcome> before = keys.answered(organisation, year, sent);
            if (before.isPresent()) {
                return before.get();
            }
            Optional<Edition> newest = store.newestEdition(organisation, year);
            Reports.ToFreeze report = reports.toFreeze(organisation, year, atLeast, authorization);
            Unfit.refuse(report.assembled().report());
            FrozenModel model = FrozenModel.of(report);
            if (newest.isPresent() && Arrays.equals(newest.get().printed, model.printed())) {
                return sent == null ? new Outcome(newest.get(), false) : store.unmoved(newest.get(), sent);
            }
            Optional<Outcome> made = store.add(
                    edition(report.assembled(), model, subject),
                    newest.map(known -> known.number).orElse(0),
                    model,
                    files(report.assembled().frozen()),
                    sent);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new Refusal(ProblemType.FROZEN_MEANWHILE).header("Retry-After", "1");
    }

    private Edition edition(ReportFormat.Assembled assembled, FrozenModel model, String subject) {
        YearlyReport report = assembled.report();
        Edition edition = new Edition();
        edition.organisation = report.organisation();
        edition.year = report.year();
        edition.name = report.name();
        edition.title = report.title();
        edition.form = report.form();
        edition.position = report.source().position();
        edition.asOf = report.source().asOf();
        edition.yearBefore = report.source().previous().edition();
        edition.waived = store.write(model.waived());
        edition.printed = model.printed();
        edition.frozenBy = subject;
        edition.frozenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return edition;
    }

    private List<EditionFile> files(ReportFormat.Assembled frozen) {
        return formats.stream()
                .map(format ->
                        EditionFile.of(format.suffix(), format.type(), format.order(), bytes(format.render(frozen))))
                .toList();
    }

    /** As a live report would be written out. */
    private byte[] bytes(Object entity) {
        try {
            if (entity instanceof byte[] bytes) {
                return bytes;
            }
            if (entity instanceof String text) {
                return text.getBytes(StandardCharsets.UTF_8);
            }
            if (entity instanceof StreamingOutput stream) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                stream.write(bytes);
                return bytes.toByteArray();
            }
            return json.writeValueAsBytes(entity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
