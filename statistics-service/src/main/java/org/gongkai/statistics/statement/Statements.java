package org.gongkai.statistics.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.statistics.organisation.Attributes;
import org.gongkai.statistics.organisation.Body;
import org.gongkai.statistics.organisation.Level;
import org.gongkai.statistics.organisation.OrganisationTree;
import org.gongkai.statistics.organisation.Scope;
import org.gongkai.statistics.snapshot.Completeness;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.statement.Composition.Part;
import org.gongkai.statistics.statement.Composition.Part.OfYear;
import org.gongkai.statistics.statement.Composition.Part.OfYearBefore;
import org.gongkai.statistics.statement.Statement.Contact;
import org.gongkai.statistics.statement.Statement.MemberChange;
import org.gongkai.statistics.statement.Statement.Previous;
import org.gongkai.statistics.statement.Statement.Subordinate;
import org.gongkai.statistics.statement.StatementQuery.Include;
import org.jspecify.annotations.Nullable;

/** Puts a statement together in one snapshot. */
@ApplicationScoped
public class Statements {

    private final KeptFlows kept;

    Statements(KeptFlows kept) {
        this.kept = kept;
    }

    /**
     * The statements of some bodies, each with everything below it and nothing beside its own figures, in their order. What
     * they need of the database is read once for all.
     */
    public List<Statement> ofSubtrees(Snapshot snapshot, List<Body> bodies, int year) throws SQLException {
        List<StatementQuery> queries = bodies.stream()
                .map(body -> new StatementQuery(body.code(), year, Scope.SUBTREE, Set.of()))
                .toList();
        List<Composition> compositions = queries.stream()
                .map(query -> Composition.of(snapshot.tree(), query, snapshot.today()))
                .toList();
        List<PartFlows> flows = kept.read(snapshot, compositions, year);
        Completeness completeness = snapshot.completeness();
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            statements.add(statement(
                    snapshot, queries.get(i), bodies.get(i), compositions.get(i), flows.get(i), completeness, null));
        }
        return statements;
    }

    Statement read(Snapshot snapshot, StatementQuery query, Body body) throws SQLException {
        Composition composition = Composition.of(snapshot.tree(), query, snapshot.today());
        PartFlows flows = kept.read(snapshot, composition, query.year());
        MonthSums months = query.includes(Include.MONTHS) ? kept.months(snapshot, composition, query.year()) : null;
        return statement(snapshot, query, body, composition, flows, snapshot.completeness(), months);
    }

    private static Statement statement(
            Snapshot snapshot,
            StatementQuery query,
            Body body,
            Composition composition,
            PartFlows flows,
            Completeness completeness,
            @Nullable MonthSums months) {
        Attributes attributes = body.attributes();
        return new Statement(
                body.code(),
                attributes.name(),
                attributes.level(),
                attributes.kind(),
                query.year(),
                query.scope(),
                snapshot.asOf(),
                snapshot.standing().position().toString(),
                completeness.of(composition.everybody()),
                contact(attributes),
                attributes.documentPrefix(),
                ofYear(flows, part -> true),
                query.includes(Include.PREVIOUS) ? previous(flows, query.year() - 1) : null,
                query.includes(Include.PREVIOUS) ? memberChanges(composition, flows, snapshot.tree()) : null,
                query.includes(Include.SUBORDINATES) ? subordinates(composition, flows) : null,
                query.includes(Include.LEVELS) ? levels(composition, flows) : null,
                query.includes(Include.OWN) ? ofYear(flows, part -> part.branch() == null) : null,
                months == null ? null : months.of(query.year()));
    }

    /** Figures of the parts in scope that are meant; what is the root's own is so in each of them. */
    private static Figures ofYear(PartFlows flows, Predicate<OfYear> meant) {
        return Figures.of(
                flows.ofYear(part -> part instanceof OfYear ofYear && ofYear.inScope() && meant.test(ofYear)),
                flows.ofYear(part -> part instanceof OfYear ofYear
                        && ofYear.head()
                        && ofYear.branch() == null
                        && meant.test(ofYear)));
    }

    private static Previous previous(PartFlows flows, int year) {
        return new Previous(
                year,
                Figures.of(
                        flows.ofYearBefore(part -> part instanceof OfYearBefore),
                        flows.ofYearBefore(part -> part instanceof OfYearBefore before && before.head())));
    }

    private static List<MemberChange> memberChanges(Composition composition, PartFlows flows, OrganisationTree tree) {
        List<MemberChange> changes = new ArrayList<>();
        for (Part part : composition.parts()) {
            if (part instanceof Part.Changed changed) {
                Body body = tree.body(changed.organisation());
                YearFlow flow = flows.ofYear(part::equals);
                changes.add(new MemberChange(
                        changed.organisation(),
                        body == null
                                ? changed.organisation()
                                : body.attributes().name(),
                        changed.change(),
                        ApplicationTable.row(flow.applications().carriedIn()),
                        DocumentStock.opening(flow),
                        DisputeTable.opening(flow)));
            }
        }
        return changes;
    }

    private static List<Subordinate> subordinates(Composition composition, PartFlows flows) {
        return composition.subordinates().stream()
                .map(body -> new Subordinate(
                        body.code(),
                        body.attributes().name(),
                        body.attributes().level(),
                        body.attributes().kind(),
                        Figures.of(
                                flows.ofYear(part -> isOf(body, part)),
                                flows.ofYear(
                                        part -> isOf(body, part) && part instanceof OfYear ofYear && ofYear.head()))))
                .toList();
    }

    static boolean isOf(Body subordinate, Part part) {
        return part instanceof OfYear ofYear && subordinate.code().equals(ofYear.branch());
    }

    private static Map<Level, Figures> levels(Composition composition, PartFlows flows) {
        Map<Level, Figures> levels = new EnumMap<>(Level.class);
        for (Part part : composition.parts()) {
            if (part instanceof OfYear ofYear && ofYear.inScope()) {
                levels.computeIfAbsent(ofYear.level(), level -> ofYear(flows, other -> other.level() == level));
            }
        }
        return levels;
    }

    private static @Nullable Contact contact(Attributes attributes) {
        return attributes.contactUnit() == null && attributes.contactPhone() == null && attributes.reportUrl() == null
                ? null
                : new Contact(attributes.contactUnit(), attributes.contactPhone(), attributes.reportUrl());
    }
}
