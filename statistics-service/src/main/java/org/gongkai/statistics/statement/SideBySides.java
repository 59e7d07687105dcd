package org.gongkai.statistics.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.statistics.organisation.Body;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.statement.Composition.Part;
import org.gongkai.statistics.statement.SideBySide.Item;
import org.gongkai.statistics.statement.StatementQuery.Include;

/** Puts a body and its direct subordinates side by side, out of the cells of one statement. */
@ApplicationScoped
class SideBySides {

    private final KeptFlows kept;

    SideBySides(KeptFlows kept) {
        this.kept = kept;
    }

    SideBySide read(Snapshot snapshot, Body body, int year) throws SQLException {
        StatementQuery query = new StatementQuery(body.code(), year, Scope.SUBTREE, Set.of(Include.SUBORDINATES));
        Composition composition = Composition.of(snapshot.tree(), query, snapshot.today());
        PartFlows flows = kept.read(snapshot, composition, year);
        Item alone = item(body, flows.ofYear(part -> part instanceof Part.OfYear ofYear && ofYear.branch() == null));
        Stream<Item> subordinates = composition.subordinates().stream()
                .map(each -> item(each, flows.ofYear(part -> Statements.isOf(each, part))));
        List<Item> items = Stream.concat(Stream.of(alone), subordinates)
                .sorted(Comparator.comparing(Item::organisation))
                .toList();
        return new SideBySide(
                body.code(),
                year,
                snapshot.asOf(),
                snapshot.standing().position().toString(),
                snapshot.isComplete(composition.everybody()),
                items,
                item(body, flows.ofYear(part -> part instanceof Part.OfYear)));
    }

    private static Item item(Body body, YearFlow flow) {
        Map<String, Map<String, Long>> table = ApplicationTable.of(flow.applications());
        Timeliness timeliness = Timeliness.of(flow);
        return new Item(
                body.code(),
                body.attributes().name(),
                body.attributes().level(),
                body.attributes().kind(),
                total(table, ApplicationTable.NEW_RECEIVED),
                total(table, ApplicationTable.RESULT_TOTAL),
                total(table, ApplicationTable.CARRIED_IN),
                timeliness.open(),
                timeliness.overdue(),
                timeliness.inTime(),
                timeliness.late(),
                timeliness.medianWorkingDays(),
                timeliness.p90WorkingDays(),
                timeliness.shareInTimePercent(),
                Figures.confirmed(flow));
    }

    private static long total(Map<String, Map<String, Long>> table, String row) {
        return table.getOrDefault(row, Map.of()).getOrDefault(ApplicationTable.TOTAL, 0L);
    }
}
