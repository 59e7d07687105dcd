package org.gongkai.report.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.report.ReportFormat;
import org.gongkai.report.report.Reports;
import org.gongkai.report.section.Narratives;
import org.gongkai.report.statement.YearCounts;

/**
 * What an edition was made from.
 *
 * @param title of the report
 * @param form the form's edition
 * @param cells what is printed in tables two to four and among the figures of section one, in order
 * @param figures every figure by its path
 * @param counts of the year
 * @param texts the preamble and the sections
 * @param waived rules that were broken and waived
 */
record FrozenModel(
        String title,
        String form,
        List<FrozenCell> cells,
        Map<String, FrozenFigure> figures,
        YearCounts counts,
        List<FrozenText> texts,
        List<Map<String, String>> waived) {

    static FrozenModel of(Reports.ToFreeze report) {
        ReportFormat.Assembled assembled = report.assembled();
        return new FrozenModel(
                assembled.report().title(),
                assembled.report().form(),
                cells(assembled),
                FrozenFigure.all(assembled.figures()),
                assembled.statement().counts(),
                assembled.report().sections().stream()
                        .map(section -> {
                            Narratives.Written written = report.texts().get(section.number());
                            return new FrozenText(
                                    section.number(),
                                    section.title(),
                                    written == null ? 0 : written.version(),
                                    written == null ? null : written.text(),
                                    section.text());
                        })
                        .toList(),
                Waived.of(assembled.report().checks().findings()));
    }

    private static List<FrozenCell> cells(ReportFormat.Assembled assembled) {
        Figures figures = assembled.figures();
        return PrintedPlace.of(assembled.form()).stream()
                .flatMap(place -> figures.find(place.cell()).stream().map(figure -> FrozenCell.of(place, figure)))
                .toList();
    }

    /** SHA-256 of everything that is printed: title, form, cells with their values, texts, waivers. */
    byte[] printed() {
        MessageDigest digest = Hashes.sha256();
        add(digest, title);
        add(digest, form);
        cells.forEach(cell -> {
            add(digest, cell.cell());
            add(digest, cell.value());
        });
        texts.forEach(text -> {
            add(digest, Integer.toString(text.number()));
            add(digest, text.text());
        });
        waived.forEach(rule -> new TreeMap<>(rule).forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        }));
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
