package org.gongkai.intake.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.intake.journal.Entry;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.organisation.OrganisationFacts.OrganisationAbolished;
import org.gongkai.intake.organisation.OrganisationFacts.OrganisationChanged;
import org.gongkai.intake.organisation.OrganisationFacts.OrganisationMoved;
import org.gongkai.intake.organisation.OrganisationFacts.OrganisationRegistered;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.hibernate.Session;

/** Writes the register. One writer at a time: two moves that are each fine could together form a cycle. */
@ApplicationScoped
class Register {

    private static final int ONE_WRITER = 0x6f7267;
    private static final String STANDS_ABOVE = """
            WITH RECURSIVE above (code) AS (
              SELECT cast(:start AS varchar)
              UNION
              SELECT next.parent FROM above JOIN LATERAL (
                SELECT p.parent FROM organisation_parent p
                 WHERE p.code = above.code AND p.since <= :day ORDER BY p.since DESC LIMIT 1
              ) next ON next.parent IS NOT NULL
            )
            SELECT count(*) FROM above WHERE code = :code
            """;

    @Inject
    EntityManager entities;

    @Inject
    Journal journal;

    /**
     * What a write came to.
     *
     * @param created whether the body is new
     * @param view as it stands
     * @param version the ETag
     * @param position of the fact that made it so
     */
    record Written(boolean created, OrganisationView view, long version, Position position) {}

    @Transactional
    Written put(String code, OrganisationBody body, String expectedVersion, String by) {
        lock();
        Organisation row = Organisation.findById(code);
        VersionTag.require(expectedVersion, row == null ? 0 : row.version);
        return row == null ? register(code, body, by) : change(row, body, by);
    }

    private Written register(String code, OrganisationBody body, String by) {
        requireParent(code, body.parent(), Placement.BEGINNING);
        Organisation row = new Organisation();
        row.code = code;
        row.takeAttributesOf(body);
        Placement placement = Placement.of(
                code, body.parentSince() == null ? Placement.BEGINNING : body.parentSince(), body.parent());
        return write(row, List.of(placement), true, by, List.of(registered(code, body)));
    }

    private static OrganisationRegistered registered(String code, OrganisationBody body) {
        return new OrganisationRegistered(
                code,
                body.name(),
                body.level(),
                body.kind(),
                body.rules(),
                body.parent(),
                body.parentSince(),
                body.contactUnit(),
                body.contactPhone(),
                body.reportUrl(),
                body.documentPrefix());
    }

    private Written change(Organisation row, OrganisationBody body, String by) {
        List<Fact> facts = new ArrayList<>();
        if (!row.hasAttributesOf(body)) {
            row.takeAttributesOf(body);
            facts.add(new OrganisationChanged(
                    row.code,
                    body.name(),
                    body.level(),
                    body.kind(),
                    body.rules(),
                    body.contactUnit(),
                    body.contactPhone(),
                    body.reportUrl(),
                    body.documentPrefix()));
        }
        List<Placement> moved = new ArrayList<>();
        move(row, body).ifPresent(placement -> {
            moved.add(placement);
            facts.add(new OrganisationMoved(row.code, placement.parent, placement.key.since));
        });
        if (facts.isEmpty()) {
            return new Written(false, view(row), row.version, journal.positionOf(row.lastFact));
        }
        return write(row, moved, false, by, facts);
    }

    private Optional<Placement> move(Organisation row, OrganisationBody body) {
        List<Placement> placements = Placement.ofBody(row.code);
        Placement newest = placements.get(placements.size() - 1);
        boolean sameParent = Objects.equals(newest.parent, body.parent());
        if (sameParent && (body.parentSince() == null || body.parentSince().equals(newest.key.since))) {
            return Optional.empty();
        }
        LocalDate since = body.parentSince() == null ? journal.today() : body.parentSince();
        requireParent(row.code, body.parent(), since);
        return Optional.of(placements.stream()
                .filter(placement -> placement.key.since.equals(since))
                .findFirst()
                .map(placement -> {
                    placement.parent = body.parent();
                    return placement;
                })
                .orElseGet(() -> Placement.of(row.code, since, body.parent())));
    }

    /** The parent exists, and on no day from then on does the body stand above it. */
    private void requireParent(String code, String parent, LocalDate since) {
        if (parent == null) {
            return;
        }
        if (parent.equals(code)) {
            throw new Refusal(ProblemType.PARENT_CYCLE, parent, since);
        }
        if (Organisation.findById(parent) == null) {
            throw new Refusal(ProblemType.UNKNOWN_PARENT, parent);
        }
        Stream<LocalDate> laterChanges = entities.createQuery(
                        "select distinct key.since from placement where key.since > :since", LocalDate.class)
                .setParameter("since", since)
                .getResultStream();
        Stream.concat(Stream.of(since), laterChanges).forEach(day -> {
            Number above = (Number) entities.createNativeQuery(STANDS_ABOVE)
                    .setParameter("start", parent)
                    .setParameter("day", day)
                    .setParameter("code", code)
                    .getSingleResult();
            if (above.intValue() > 0) {
                throw new Refusal(ProblemType.PARENT_CYCLE, parent, day);
            }
        });
    }

    @Transactional
    Written abolish(String code, LocalDate since, String successor, String expectedVersion, String by) {
        lock();
        Organisation row = Organisation.findById(code);
        if (row == null) {
            throw new Refusal(ProblemType.NOT_FOUND);
        }
        if (row.abolishedSince != null) {
            if (row.abolishedSince.equals(since) && Objects.equals(row.successor, successor)) {
                return new Written(false, view(row), row.version, journal.positionOf(row.lastFact));
            }
            throw new Refusal(ProblemType.ALREADY_ABOLISHED, code, row.abolishedSince);
        }
        VersionTag.require(expectedVersion, row.version);
        requireSuccessor(code, since, successor);
        row.abolishedSince = since;
        row.successor = successor;
        return write(row, List.of(), false, by, List.of(new OrganisationAbolished(code, since, successor)));
    }

    private void requireSuccessor(String code, LocalDate since, String successor) {
        if (successor != null) {
            Organisation next = Organisation.findById(successor);
            boolean fit = next != null
                    && !successor.equals(code)
                    && (next.abolishedSince == null || next.abolishedSince.isAfter(since));
            if (!fit) {
                throw new Refusal(ProblemType.UNFIT_SUCCESSOR, successor);
            }
        }
        long lateMergers = Organisation.count("successor = ?1 and abolishedSince >= ?2", code, since);
        if (lateMergers > 0) {
            throw new Refusal(ProblemType.UNFIT_SUCCESSOR, code);
        }
    }

    /** State first and flushed, the lane's number last. */
    private Written write(Organisation row, List<Placement> placements, boolean created, String by, List<Fact> facts) {
        List<Entry> entries =
                facts.stream().map(fact -> journal.entry(fact, by)).toList();
        row.lastFact = entries.get(entries.size() - 1).id();
        row.version++;
        row.persist();
        placements.forEach(placement -> placement.persist());
        entities.flush();
        Position last = entities.unwrap(Session.class).doReturningWork(connection -> {
            Position position = null;
            for (Entry entry : entries) {
                position = append(connection, entry);
            }
            return position;
        });
        return new Written(created, view(row), row.version, last);
    }

    private Position append(java.sql.Connection connection, Entry entry) throws SQLException {
        return journal.append(connection, entry);
    }

    private void lock() {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(" + ONE_WRITER + ")) held")
                .getSingleResult();
    }

    /** As callers read it. */
    OrganisationView view(Organisation row) {
        LocalDate today = journal.today();
        Placement standing = null;
        for (Placement placement : Placement.ofBody(row.code)) {
            if (!placement.key.since.isAfter(today)) {
                standing = placement;
            }
        }
        return OrganisationView.of(row, standing);
    }
}
