package org.gongkai.report.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Tables;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** Reads what is handed in and has it checked. */
final class Audits {

    private static final String PREVIOUS = "previous";

    /** The Regulations came into force on 2008-05-01. */
    private static final int FIRST_YEAR = 2008;

    private static final int LAST_YEAR = 9999;

    private Audits() {}

    /** Every cell read and every rule checked; or a refusal that names all that cannot be read. */
    static Audit of(HandedIn body) {
        if (body == null) {
            throw new Refusal(ProblemType.UNREADABLE_BODY, "");
        }
        require(body.tables(), "tables");
        Mistakes mistakes = new Mistakes();
        Integer year = year(body.year(), mistakes);
        LocalDate publishedOn = day(body.publishedOn(), mistakes);
        Form form = form(body.form(), "form", body.tables(), year, mistakes);
        TableReading reading = new TableReading(form, "", mistakes);
        reading.read(body.tables());
        Map<String, BigDecimal> cells = new HashMap<>(reading.cells());
        List<Audit.Read> read = new ArrayList<>(reading.read());
        List<Audit.Unread> unread = new ArrayList<>(reading.unread());
        if (body.previous() != null) {
            TableReading before = previous(body.previous(), year, mistakes);
            cells.putAll(before.cells());
            read.addAll(before.read());
            unread.addAll(before.unread());
        }
        mistakes.refuse();
        HandedIn.Reporter reporter = body.reporter() == null ? new HandedIn.Reporter(null, null) : body.reporter();
        Tables tables = new Tables(
                        cells,
                        Map.of(),
                        List.of(),
                        List.of(),
                        new Tables.Reporter(reporter.government(), reporter.mayIssueRules()),
                        Map.of())
                .issued(year, publishedOn);
        return new Audit(form.form(), read, unread, Rule.checkAll(form, tables));
    }

    private static TableReading previous(HandedIn.Previous previous, Integer year, Mistakes mistakes) {
        require(previous.tables(), PREVIOUS + ".tables");
        Integer before = year == null ? null : Integer.valueOf(year - 1);
        Form form = form(previous.form(), PREVIOUS + ".form", previous.tables(), before, mistakes);
        TableReading reading = new TableReading(form, PREVIOUS, mistakes);
        reading.read(previous.tables());
        return reading;
    }

    /**
     * The form that is named; or the one that has all rows and columns (reports of 2022 in the form of 2019 are real); or,
     * where both have or neither has, that of the year.
     */
    private static Form form(String name, String field, JsonNode tables, Integer year, Mistakes mistakes) {
        Form ofYear = year == null ? Forms.FORM_2021 : Forms.forYear(year);
        if (name != null) {
            if (Forms.of(name).isEmpty()) {
                mistakes.add(
                        field, "one-of", Forms.all().stream().map(Form::form).collect(Collectors.joining(", ")));
            }
            return Forms.of(name).orElse(ofYear);
        }
        if (TableReading.strange(ofYear, tables) == 0) {
            return ofYear;
        }
        return Forms.all().stream()
                .filter(form -> TableReading.strange(form, tables) == 0)
                .findFirst()
                .orElse(ofYear);
    }

    private static Integer year(JsonNode year, Mistakes mistakes) {
        if (isAbsent(year)) {
            return null;
        }
        if (year.isInt() && year.intValue() >= FIRST_YEAR && year.intValue() <= LAST_YEAR) {
            return year.intValue();
        }
        mistakes.add("year", "wrong-type", FIRST_YEAR + "–" + LAST_YEAR);
        return null;
    }

    private static LocalDate day(JsonNode day, Mistakes mistakes) {
        if (isAbsent(day)) {
            return null;
        }
        try {
            return LocalDate.parse(day.asText());
        } catch (DateTimeException e) {
            mistakes.add("publishedOn", "wrong-type", "\"2022-03-31\"");
            return null;
        }
    }

    private static void require(JsonNode tables, String field) {
        if (isAbsent(tables)) {
            throw new Refusal(ProblemType.INVALID_FIELDS).field(field, "required");
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode();
    }
}
