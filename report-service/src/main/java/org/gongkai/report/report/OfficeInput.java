package org.gongkai.report.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Waiver;
import org.gongkai.report.section.Narratives;
import org.gongkai.report.waiver.Waivers;

/** What the office adds to the figures of a report, read in one transaction. */
@ApplicationScoped
class OfficeInput {

    @Inject
    Narratives narratives;

    @Inject
    Waivers waivers;

    @Inject
    PublishedReports published;

    /**
     * What there is of a report.
     *
     * @param texts what was written, by number of the section
     * @param waivers that stand, by rule
     * @param publishedOn the day on which it was published first, or null
     */
    record Standing(Map<Integer, Narratives.Written> texts, Map<Rule, Waiver> waivers, LocalDate publishedOn) {}

    @Transactional
    Standing of(String organisation, int year) {
        return new Standing(
                narratives.standing(organisation, year),
                waivers.standing(organisation, year),
                published.firstPublishedOn(organisation, year).orElse(null));
    }
}
