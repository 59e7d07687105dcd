package org.gongkai.statistics.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        /** While it is open, its due day; then the one that it was decided against. Null: its clock stands. */
        LocalDate dueOn;

        LocalDate decidedOn;
        Outcome outcome;
        /** Null: not known. */
        Integer workingDays;
        /** Null: not known. */
        Boolean inTime;

        private Facts.Timed timed() {
            return new Facts.Timed(text(dueOn), workingDays, inTime);
        }

        private Facts.Classified classified() {
            return new Facts.Classified(
                    text(arrivedOn), text(receivedOn), type, channel, text(decidedOn), outcome, timed());
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
        one.dueOn = due(one);
        facts.add(Facts.received(BODY, one.receivedOn.toString(), one.type, one.channel, text(one.dueOn)));
    }

    /** Some day from receipt on, or none. */
    private LocalDate due(Case one) {
        return random.nextInt(4) == 0 ? null : one.receivedOn.plusDays(random.nextInt(200));
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
            Facts.Classified was = one.classified();
            // the calendar may have changed since it was decided
            one.dueOn = random.nextBoolean() ? one.dueOn : due(one);
            facts.add(Facts.outcomeRetracted(BODY, was, text(one.dueOn)));
            one.decidedOn = null;
            one.outcome = null;
            one.workingDays = null;
            one.inTime = null;
        } else if (act < 5) {
            LocalDate from = one.dueOn;
            one.dueOn = due(one);
            if (!Objects.equals(from, one.dueOn)) {
                facts.add(Facts.deadlineMoved(BODY, one.receivedOn.toString(), text(from), text(one.dueOn)));
            }
        } else {
            decide(one);
        }
    }

    private void decide(Case one) {
        one.decidedOn = one.receivedOn.plusDays(random.nextInt(400));
        one.outcome = any(Outcome.values());
        took(one);
        facts.add(Facts.decided(
                BODY, one.receivedOn.toString(), one.decidedOn.toString(), one.type, one.outcome, one.timed()));
    }

    private void took(Case one) {
        boolean known = random.nextInt(5) > 0;
        one.workingDays = known ? random.nextInt(random.nextInt(20) == 0 ? 1100 : 40) : null;
        one.inTime = known ? random.nextInt(3) > 0 : null;
    }

    private void amend(Case one) {
        Facts.Classified was = one.classified();
        switch (random.nextInt(3)) {
            case 0 -> one.type = any(ApplicantType.values());
            case 1 -> one.channel = any(Channel.values());
            default -> {
                if (one.receivedOn != null) {
                    one.receivedOn = one.receivedOn.minusDays(random.nextInt(300));
                    one.dueOn = due(one);
                    if (one.outcome != null) {
                        took(one);
                    }
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
