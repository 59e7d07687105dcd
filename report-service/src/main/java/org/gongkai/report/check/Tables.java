package org.gongkai.report.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.report.check.typed.TypedText;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;

/**
 * What is checked: whatever is known of a report. A cell that is not in it is unknown, and what stands on it cannot be
 * assessed.
 *
 * @param cells path to value, as figures are named; {@code proactive.FEES.AMOUNT_WAN} in 万元
 * @param subordinates code of a body right below to its cells, by the path that the same cell of the report has
 * @param came bodies that joined since the year before
 * @param went bodies that left since
 * @param reporter what the body is that reports
 * @param texts section number to text; missing or blank where there is none
 * @param issue of which year the report is and when it was published
 * @param typed the figures of the texts, read once for all rules; null where they are not read yet
 */
public record Tables(
        Map<String, BigDecimal> cells,
        Map<String, Map<String, BigDecimal>> subordinates,
        List<Member> came,
        List<Member> went,
        Reporter reporter,
        Map<Integer, String> texts,
        Issue issue,
        TypedText typed) {

    /** What is not published, of a year that does not matter, with texts that are not read yet. */
    public Tables(
            Map<String, BigDecimal> cells,
            Map<String, Map<String, BigDecimal>> subordinates,
            List<Member> came,
            List<Member> went,
            Reporter reporter,
            Map<Integer, String> texts) {
        this(cells, subordinates, came, went, reporter, texts, new Issue(null, null), null);
    }

    /** What stands before the code of a subordinate, and it before the paths of its cells, where findings name them. */
    /** Row of what a year leaves open. */
    public static final String CLOSING = "CARRIED_OUT";

    /** What stands before the columns of last year's closing as counted now, where last year was printed. */
    public static final String LIVE_CLOSING = "live.previous.applications." + CLOSING + ".";

    /** Cells alone. */
    public static Tables of(Map<String, BigDecimal> cells) {
        return new Tables(cells, Map.of(), List.of(), List.of(), new Reporter(null, null), Map.of());
    }

    /** The same, of that year and published on that day, each null where it is not known. */
    public Tables issued(Integer year, LocalDate publishedOn) {
        return new Tables(cells, subordinates, came, went, reporter, texts, new Issue(year, publishedOn), typed);
    }

    /**
     * A body that came or went, with what it had at the end of the year before; null where that is not known.
     *
     * @param name as findings name it
     * @param carriedOut open applications by column
     * @param inForce documents in force by row
     */
    public record Member(String name, Map<String, Long> carriedOut, Map<String, Long> inForce) {}

    /**
     * The body that reports; each null where it is not known.
     *
     * @param government whether it is a people's government
     * @param mayIssueRules whether it, or a body below it, may issue 规章
     */
    public record Reporter(Boolean government, Boolean mayIssueRules) {}

    /**
     * The report as a paper; each null where it is not known.
     *
     * @param year that it reports on
     * @param publishedOn the day of publication
     */
    public record Issue(Integer year, LocalDate publishedOn) {}

    /** The same with the figures of its texts read. */
    Tables read(Form form) {
        return typed == null
                ? new Tables(cells, subordinates, came, went, reporter, texts, issue, ProseChecks.text(form, this))
                : this;
    }

    BigDecimal cell(String path) {
        if (!path.startsWith(Figures.SUBORDINATES)) {
            return cells.get(path);
        }
        int end = path.indexOf('.', Figures.SUBORDINATES.length());
        Map<String, BigDecimal> subordinate =
                end < 0 ? null : subordinates.get(path.substring(Figures.SUBORDINATES.length(), end));
        return subordinate == null ? null : subordinate.get(path.substring(end + 1));
    }

    String text(int section) {
        String text = texts.get(section);
        return text == null || text.isBlank() ? null : text;
    }

    boolean membersChanged() {
        return !came.isEmpty() || !went.isEmpty();
    }

    /** The codes of levels that stand after a prefix; sorted. */
    List<String> codesAfter(String prefix) {
        Set<String> codes = new TreeSet<>();
        for (String path : cells.keySet()) {
            if (path.startsWith(prefix)) {
                int end = path.indexOf('.', prefix.length());
                codes.add(path.substring(prefix.length(), end < 0 ? path.length() : end));
            }
        }
        return List.copyOf(codes);
    }
}
