package org.gongkai.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** The keys under which editions were asked for; each is answered with its edition for ever. */
@ApplicationScoped
class EditionKeys {

    @Inject
    Clock clock;

    /**
     * What a key was answered with; empty where it is new or none was sent.
     *
     * @throws Refusal where the call under it asked for something else
     */
    @Transactional
    Optional<Freezing.Outcome> answered(String organisation, int year, SentKey sent) {
        if (sent == null) {
            return Optional.empty();
        }
        Optional<EditionKey> known = EditionKey.find(
                        "organisation = ?1 and year = ?2 and keyDigest = ?3", organisation, year, sent.key())
                .firstResultOptional();
        if (known.isPresent() && !Arrays.equals(known.get().contentDigest, sent.content())) {
            throw new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED);
        }
        return known.map(kept -> new Freezing.Outcome(Edition.findById(kept.edition), kept.made));
    }

    /** Keeps what a new key is answered with, where one was sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Freezing.Outcome outcome, SentKey sent) {
        if (sent == null) {
            return;
        }
        EditionKey kept = new EditionKey();
        kept.organisation = outcome.edition().organisation;
        kept.year = outcome.edition().year;
        kept.keyDigest = sent.key();
        kept.contentDigest = sent.content();
        kept.edition = outcome.edition().id;
        kept.made = outcome.made();
        kept.usedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        kept.persist();
    }
}
