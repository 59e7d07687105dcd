package org.gongkai.statistics.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.testing.Facts;

/**
 * A random history of one body's applications, as intake would let it happen: arrived, received, decided, dated anew,
 * amended, decided no more, voided. Keeps the facts that it wrote, and what stands at the end, to be counted by hand.
 */
final class ApplicationHistory {

    static final int FIRST_YEAR = 2019;
    static final int YEARS = 4;
    private static final String BODY = "R";
    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);

    /** An application as it stands. */
    static final class Case {
        LocalDate arrivedOn;
        LocalDate receivedOn;
        ApplicantType type;
        Channel channel;
        LocalDate decidedOn;
        Outcome outcome;

        private Facts.Classified classified() {
            return new Facts.Classified(text(arrivedOn), text(receivedOn), type, channel, text(decidedOn), outcome);
        }
    }

    final List<Case> cases = new ArrayList<>();
    final List<Facts.Fact> facts = new ArrayList<>();
    private final Random random;

    ApplicationHistory(Random random, int acts) {
        this.random = random;
        for (int i = 0; i < acts; i++) {
            if (cases.isEmpty() || random.nextInt(3) == 0) {
                enter();
            } else {
                act(cases.get(random.nextInt(cases.size())));
            }
        }
    }

    private void enter() {
        Case entered = new Case();
        entered.arrivedOn = FIRST_DAY.plusDays(random.nextInt(365 * YEARS));
        entered.type = any(ApplicantType.values());
        entered.channel = any(Channel.values());
        cases.add(entered);
        if (random.nextInt(4) == 0) {
            facts.add(Facts.arrived(BODY, entered.arrivedOn.toString(), entered.type, entered.channel));
        } else {
            receive(entered);
        }
    }

    private void receive(Case one) {
        one.receivedOn = one.arrivedOn.plusDays(random.nextInt(40));
        facts.add(Facts.received(BODY, one.receivedOn.toString(), one.type, one.channel));
    }

    private void act(Case one) {
        int act = random.nextInt(8);
        if (act == 0) {
            facts.add(Facts.voided(BODY, one.classified()));
            cases.remove(one);
        } else if (act < 3) {
            amend(one);
        } else if (one.receivedOn == null) {
            receive(one);
        } else if (one.outcome != null) {
            facts.add(Facts.outcomeRetracted(BODY, one.classified()));
            one.decidedOn = null;
            one.outcome = null;
        } else if (act == 3) {
            facts.add(Facts.deadlineMoved(BODY, one.receivedOn.toString(), null, one.receivedOn.toString()));
        } else {
            one.decidedOn = one.receivedOn.plusDays(random.nextInt(400));
            one.outcome = any(Outcome.values());
            facts.add(Facts.decided(BODY, one.receivedOn.toString(), one.decidedOn.toString(), one.type, one.outcome));
        }
    }

    private void amend(Case one) {
        Facts.Classified was = one.classified();
        switch (random.nextInt(3)) {
            case 0 -> one.type = any(ApplicantType.values());
            case 1 -> one.channel = any(Channel.values());
            default -> {
                if (one.receivedOn != null) {
                    one.receivedOn = one.receivedOn.minusDays(random.nextInt(300));
                }
            }
        }
        facts.add(Facts.reclassified(BODY, was, one.classified()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
