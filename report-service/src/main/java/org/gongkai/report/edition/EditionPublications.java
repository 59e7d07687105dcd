package org.gongkai.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gongkai.report.Turns;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.report.PublishedReports;

/** Where and when editions were published; adds, never changes. */
@ApplicationScoped
class EditionPublications implements PublishedReports {

    @Inject
    EntityManager entities;

    @Inject
    Turns turns;

    @Inject
    Clock clock;

    /** Where it was published; empty where nobody said. */
    @Transactional
    Optional<EditionPublication> of(Edition edition) {
        return EditionPublication.findByIdOptional(edition.id);
    }

    @Override
    @Transactional
    public Optional<LocalDate> firstPublishedOn(String organisation, int year) {
        return Optional.ofNullable(entities.createQuery(
                        "select min(p.publishedOn) from edition_publication p, edition e"
                                + " where e.id = p.edition and e.organisation = ?1 and e.year = ?2",
                        LocalDate.class)
                .setParameter(1, organisation)
                .setParameter(2, year)
                .getSingleResult());
    }

    /** Keeps where an edition was published; said again the same changes nothing, said otherwise it is refused. */
    @Transactional
    void say(Edition edition, EditionPublication said, String subject) {
        turns.take("publication " + edition.id);
        Optional<EditionPublication> standing = of(edition);
        if (standing.isEmpty()) {
            said.edition = edition.id;
            said.recordedBy = subject;
            said.recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            said.persist();
        } else if (!standing.get().says(said)) {
            throw new Refusal(
                    ProblemType.PUBLISHED_OTHERWISE, edition.number, standing.get().publishedOn, standing.get().url);
        }
    }
}
