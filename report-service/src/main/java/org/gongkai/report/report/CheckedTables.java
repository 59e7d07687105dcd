package org.gongkai.report.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.check.Tables;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.statement.Kind;
import org.gongkai.report.statement.Level;
import org.gongkai.report.statement.Statement;

/** Hands a report's figures and texts to the checks. */
final class CheckedTables {

    private CheckedTables() {}

    /** @param publishedOn the day on which the report was published first, or null */
    static Tables of(Statement statement, Figures figures, List<YearlyReport.Section> sections, LocalDate publishedOn) {
        Map<String, BigDecimal> cells = figures.values();
        if (statement.timeliness() != null && statement.timeliness().overdue() != null) {
            cells.put(
                    "timeliness.overdue",
                    BigDecimal.valueOf(statement.timeliness().overdue()));
        }
        liveClosing(statement, cells);
        Map<Integer, String> texts = new HashMap<>();
        sections.forEach(section -> texts.put(section.number(), section.text()));
        return new Tables(
                        cells,
                        figures.valuesOfSubordinates(),
                        members(statement, Statement.Change.CAME),
                        members(statement, Statement.Change.WENT),
                        new Tables.Reporter(statement.kind() == Kind.GOVERNMENT, mayIssueRules(statement)),
                        texts)
                .issued(statement.year(), publishedOn);
    }

    /** Where the year before is as printed: what was open at its end as counted now. */
    private static void liveClosing(Statement statement, Map<String, BigDecimal> cells) {
        if (statement.printed() != null) {
            statement
                    .printed()
                    .live()
                    .applications()
                    .get(Tables.CLOSING)
                    .forEach((column, open) -> cells.put(Tables.LIVE_CLOSING + column, BigDecimal.valueOf(open)));
        }
    }

    /**
     * 立法法 Art 91 and 93: bodies of the State Council, and governments of provinces and of cities divided into districts;
     * of a city the statement knows it better. A province's figures hold those of its cities.
     */
    private static boolean mayIssueRules(Statement statement) {
        boolean government = statement.kind() == Kind.GOVERNMENT;
        if (statement.level() == Level.NATIONAL || government && statement.level() == Level.PROVINCE) {
            return true;
        }
        return statement.mayIssueRules() == null
                ? government && statement.level() == Level.CITY
                : statement.mayIssueRules();
    }

    private static List<Tables.Member> members(Statement statement, Statement.Change change) {
        return statement.memberChanges() == null
                ? List.of()
                : statement.memberChanges().stream()
                        .filter(member -> member.change() == change)
                        .map(member -> new Tables.Member(
                                member.organisation() + " " + member.name(), member.carriedOut(), member.inForce()))
                        .toList();
    }
}
