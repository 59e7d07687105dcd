package org.gongkai.statistics.statement;

import com.carrotsearch.hppc.IntLongHashMap;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.gongkai.statistics.counting.Dictionary;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.counting.StampTable;
import org.gongkai.statistics.snapshot.Snapshot;
import org.gongkai.statistics.statement.PartFlows.When;

/**
 * Reads what flowed through a composition. The sums of a body are kept and taken again while its stamp is the same in the
 * snapshot, so a statement costs what has changed and not what was ever counted. A statement stays one moment: stamps are
 * read in its snapshot, and whatever they do not vouch for is added up in it.
 */
@ApplicationScoped
class KeptFlows {

    private final Dictionary dictionary;
    private final StatementSettings settings;
    private final Cache<Key, BodySums> kept;
    private final Map<Kind, Integer> kinds = new ConcurrentHashMap<>();
    private final List<Kind> kindsByIndex = new CopyOnWriteArrayList<>();

    /** A body in a ledger, seen from a year. */
    private record Key(int ledger, int organisation, int year) {}

    /** A body whose sums are to be added up. */
    private record Missing(String code, Key key, BodySums sums) {}

    /** What is summed, and when. */
    private record Kind(When when, Measure measure, String category, String applicantType) {}

    KeptFlows(Dictionary dictionary, StatementSettings settings) {
        this.dictionary = dictionary;
        this.settings = settings;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(settings.keptSums())
                .weigher((Key key, BodySums sums) -> sums.weight())
                .build();
    }

    /** Adds up. */
    PartFlows read(Snapshot snapshot, Composition composition, int year) throws SQLException {
        return read(snapshot, List.of(composition), year).get(0);
    }

    /** Adds up several compositions, each for itself: what is not kept of any of their bodies is read at once. */
    List<PartFlows> read(Snapshot snapshot, List<Composition> compositions, int year) throws SQLException {
        Set<String> bodies = new HashSet<>();
        for (Composition composition : compositions) {
            if (isKept(snapshot, composition)) {
                bodies.addAll(composition.everybody());
            }
        }
        Map<String, BodySums> sums = bodies.isEmpty() ? Map.of() : sums(snapshot, year, bodies);
        List<PartFlows> flows = new ArrayList<>();
        for (Composition composition : compositions) {
            flows.add(
                    isKept(snapshot, composition)
                            ? flows(composition, sums)
                            : StatementCells.read(snapshot.connection(), composition, year, snapshot.today()));
        }
        return flows;
    }

    /** Adds up what the bodies in scope received and decided in each month. */
    MonthSums months(Snapshot snapshot, Composition composition, int year) throws SQLException {
        List<String> bodies = composition.inScope();
        if (!isKept(snapshot, composition)) {
            return MonthCells.ofAll(snapshot.connection(), bodies, year);
        }
        Map<String, BodySums> sums = sums(snapshot, year, Set.copyOf(bodies));
        List<String> unread = sums.keySet().stream()
                .filter(code -> sums.get(code).months() == null)
                .toList();
        if (!unread.isEmpty()) {
            Map<String, MonthSums> read = MonthCells.ofEach(snapshot.connection(), unread, year);
            unread.forEach(code -> sums.get(code).keep(read.getOrDefault(code, new MonthSums())));
        }
        MonthSums all = new MonthSums();
        sums.values().forEach(body -> all.add(Objects.requireNonNull(body.months())));
        return all;
    }

    /** The trail, where statements of earlier moments are read, is no ledger and has no stamps. */
    private boolean isKept(Snapshot snapshot, Composition composition) {
        return snapshot.standing().ledger() != 0 && composition.organisations().size() <= settings.keptBodies();
    }

    private PartFlows flows(Composition composition, Map<String, BodySums> sums) {
        PartFlows flows = new PartFlows(composition);
        // of each part, by index of the kind: there are a few hundred kinds, and many bodies have nearly all of them
        long[][] totals = new long[composition.parts().size()][kindsByIndex.size()];
        for (int i = 0; i < composition.organisations().size(); i++) {
            BodySums body = sums.get(composition.organisations().get(i));
            if (body != null) {
                int part = composition.partNumbers().get(i);
                body.addTo(totals[part]);
                if (composition.standing().get(i)) {
                    confirm(flows, part, body, When.YEAR);
                    confirm(flows, part, body, When.YEAR_BEFORE);
                }
            }
        }
        for (int part = 0; part < totals.length; part++) {
            for (int index = 0; index < totals[part].length; index++) {
                if (totals[part][index] != 0) {
                    Kind kind = kindsByIndex.get(index);
                    flows.sum(
                            part,
                            kind.when(),
                            kind.measure(),
                            kind.category(),
                            kind.applicantType(),
                            totals[part][index]);
                }
            }
        }
        return flows;
    }

    private static void confirm(PartFlows flows, int part, BodySums body, When when) {
        if (body.isConfirmed(when)) {
            flows.confirmed(part, when, 1);
        }
    }

    /** Of each body that was ever counted, at the snapshot. */
    private Map<String, BodySums> sums(Snapshot snapshot, int year, Set<String> bodies) throws SQLException {
        int ledger = snapshot.standing().ledger();
        Map<String, Integer> numbers = dictionary.numbered(snapshot.connection(), bodies);
        IntLongHashMap stamps = StampTable.read(
                snapshot.connection(),
                numbers.values().stream().mapToInt(Integer::intValue).toArray());
        Map<String, BodySums> sums = new HashMap<>();
        List<Missing> missing = new ArrayList<>();
        numbers.forEach((code, number) -> {
            Key key = new Key(ledger, number, year);
            long stamp = stamps.getOrDefault(number, StampTable.NONE);
            BodySums known = kept.getIfPresent(key);
            if (known != null && known.areOf(stamp, snapshot.today())) {
                sums.put(code, known);
            } else {
                missing.add(new Missing(code, key, new BodySums(stamp, snapshot.today())));
            }
        });
        if (!missing.isEmpty()) {
            addUp(snapshot, year, missing);
            for (Missing body : missing) {
                sums.put(body.code(), body.sums());
                kept.put(body.key(), body.sums().trimmed());
            }
        }
        return sums;
    }

    private void addUp(Snapshot snapshot, int year, List<Missing> bodies) throws SQLException {
        StatementCells.addUp(
                snapshot.connection(),
                year,
                snapshot.today(),
                bodies.stream().map(Missing::code).toList(),
                IntStream.range(0, bodies.size()).boxed().toList(),
                Collections.nCopies(bodies.size(), true),
                new Added(bodies));
    }

    /** Each body as a part of its own. */
    private final class Added implements StatementCells.Receiver {

        private final List<Missing> bodies;

        Added(List<Missing> bodies) {
            this.bodies = bodies;
        }

        @Override
        public void sum(int part, When when, Measure measure, String category, String applicantType, long amount) {
            bodies.get(part).sums().add(index(new Kind(when, measure, category, applicantType)), amount);
        }

        @Override
        public void confirmed(int part, When when, long number) {
            bodies.get(part).sums().confirmed(when);
        }
    }

    private int index(Kind kind) {
        Integer known = kinds.get(kind);
        if (known != null) {
            return known;
        }
        synchronized (kindsByIndex) {
            return kinds.computeIfAbsent(kind, none -> {
                kindsByIndex.add(kind);
                return kindsByIndex.size() - 1;
            });
        }
    }
}
