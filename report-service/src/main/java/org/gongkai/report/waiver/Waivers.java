package org.gongkai.report.waiver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.report.Turns;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Waiver;
import org.gongkai.report.request.VersionTag;

/** The waivers that stand and those that stood. */
@ApplicationScoped
public class Waivers {

    private static final String OF_RULE = "organisation = ?1 and year = ?2 and rule = ?3 order by version";

    @Inject
    Turns turns;

    @Inject
    Clock clock;

    /** Those of a report that stand now, by rule. */
    @Transactional
    public Map<Rule, Waiver> standing(String organisation, int year) {
        List<WaiverVersion> all =
                WaiverVersion.list("organisation = ?1 and year = ?2 order by rule, version", organisation, year);
        Map<Rule, Waiver> standing = new EnumMap<>(Rule.class);
        for (WaiverVersion row : all) {
            // a rule that there is no more is waived no more
            Rule.of(row.rule).ifPresent(rule -> {
                if (row.reason == null) {
                    standing.remove(rule);
                } else {
                    standing.put(rule, new Waiver(row.reason, row.writtenBy, row.writtenAt));
                }
            });
        }
        return standing;
    }

    /** Every version of a rule's waiver, the first one first. */
    @Transactional
    List<WaiverVersion> versions(String organisation, int year, Rule rule) {
        return WaiverVersion.list(OF_RULE, organisation, year, rule.code());
    }

    /** The version that stands, or null where the rule was never waived. */
    @Transactional
    WaiverVersion current(String organisation, int year, Rule rule) {
        return WaiverVersion.find(OF_RULE + " desc", organisation, year, rule.code())
                .firstResult();
    }

    /**
     * Keeps another version; the same reason again is answered with the version that stands.
     *
     * @param reason or null, to take the waiver back
     * @return the version that stands then, or null where there was nothing to take back
     */
    @Transactional
    WaiverVersion put(String organisation, int year, Rule rule, String reason, String ifMatch, String subject) {
        turns.take("waiver " + organisation + "/" + year + "/" + rule.code());
        WaiverVersion last = current(organisation, year, rule);
        long version = last == null ? 0 : last.version;
        VersionTag.require(ifMatch, version);
        if (Objects.equals(last == null ? null : last.reason, reason)) {
            return last;
        }
        WaiverVersion row = new WaiverVersion();
        row.organisation = organisation;
        row.year = year;
        row.rule = rule.code();
        row.version = version + 1;
        row.reason = reason;
        row.writtenBy = subject;
        row.writtenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.persist();
        return row;
    }
}
