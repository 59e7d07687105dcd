package org.gongkai.report.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.report.Turns;
import org.gongkai.report.request.VersionTag;

/** The texts that stand and those that stood. */
@ApplicationScoped
class SectionStore {

    private static final String OF_SECTION = "organisation = ?1 and year = ?2 and number = ?3 order by version";

    @Inject
    Turns turns;

    @Inject
    Clock clock;

    /** The texts that stand, with their versions, by number of the section. */
    @Transactional
    Map<Integer, Narratives.Written> standing(String organisation, int year) {
        Map<Integer, Narratives.Written> texts = new TreeMap<>();
        List<SectionText> all =
                SectionText.list("organisation = ?1 and year = ?2 order by number, version", organisation, year);
        all.forEach(row -> texts.put(row.number, new Narratives.Written(row.text, row.version)));
        return texts;
    }

    /** Every version of a section, the first one first. */
    @Transactional
    List<SectionText> versions(String organisation, int year, int number) {
        return SectionText.list(OF_SECTION, organisation, year, number);
    }

    /** The version that stands, or null where the office wrote nothing. */
    @Transactional
    SectionText current(String organisation, int year, int number) {
        return SectionText.find(OF_SECTION + " desc", organisation, year, number)
                .firstResult();
    }

    /** Keeps another version; the same text again is answered with the version that stands. */
    @Transactional
    SectionText put(String organisation, int year, int number, String text, String ifMatch, String subject) {
        turns.take("section " + organisation + "/" + year + "/" + number);
        SectionText last = current(organisation, year, number);
        long version = last == null ? 0 : last.version;
        VersionTag.require(ifMatch, version);
        if (last != null && last.text.equals(text)) {
            return last;
        }
        SectionText row = new SectionText();
        row.organisation = organisation;
        row.year = year;
        row.number = number;
        row.version = version + 1;
        row.text = text;
        row.writtenBy = subject;
        row.writtenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.persist();
        return row;
    }
}
