package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.gongkai.acceptance.History.Case;

/**
 * Disclosure applications by one writer, with their whole life: entered, some to await confirmation, decided by the legal
 * way or not at all, and whatever else happens to those that any writer entered, in any order.
 */
final class RandomApplications {

    static final List<String> OUTCOMES = List.of(
            "GRANTED_FULL",
            "GRANTED_PARTIAL",
            "REFUSED_STATE_SECRET",
            "REFUSED_PROHIBITED_BY_LAW",
            "REFUSED_SECURITY_STABILITY",
            "REFUSED_THIRD_PARTY_RIGHTS",
            "REFUSED_INTERNAL_AFFAIRS",
            "REFUSED_PROCESS_INFO",
            "REFUSED_ENFORCEMENT_FILE",
            "REFUSED_ADMIN_INQUIRY",
            "UNABLE_NOT_HELD",
            "UNABLE_NOT_READY_MADE",
            "UNABLE_STILL_UNCLEAR",
            "NOT_HANDLED_PETITION",
            "NOT_HANDLED_DUPLICATE",
            "NOT_HANDLED_PUBLICATION",
            "NOT_HANDLED_EXCESSIVE",
            "NOT_HANDLED_RECONFIRM",
            "OTHER_CORRECTION_OVERDUE",
            "OTHER_FEE_OVERDUE",
            "OTHER_MISC");

    private static final List<String> TYPES = List.of(
            "NATURAL_PERSON",
            "COMMERCIAL_ENTERPRISE",
            "RESEARCH_INSTITUTION",
            "PUBLIC_WELFARE_ORG",
            "LEGAL_SERVICE_ORG",
            "OTHER_ORG");
    private static final List<String> CHANNELS = List.of("ONLINE", "SIGNED_MAIL", "IN_PERSON", "FAX", "ORAL");
    private static final List<String> CONFIRMED = List.of("ONLINE", "FAX", "ORDINARY_MAIL");
    private static final String WRONG = "?reason=random";

    private final History history;
    private final Random random;
    private final int writer;
    private final RandomSteps steps;
    private int number;

    RandomApplications(History history, Random random, int writer) {
        this.history = history;
        this.random = random;
        this.writer = writer;
        this.steps = new RandomSteps(history, random);
    }

    void step() {
        Case one = history.anyCase(random);
        if (one == null || random.nextInt(9) < 4) {
            enter(history.code(random), writer + "-" + number++);
        } else {
            happen(one);
        }
    }

    private void enter(String organisation, String caseNumber) {
        boolean awaits = random.nextInt(6) == 0;
        LocalDate day = history.day(random);
        ObjectNode application = RandomRecords.json()
                .put("organisation", organisation)
                .put("caseNumber", caseNumber)
                .put(awaits ? "arrivedOn" : "receivedOn", day.toString())
                .put("channel", any(awaits ? CONFIRMED : CHANNELS))
                .put("informationSought", "演示");
        application
                .putObject("applicant")
                .put("type", any(TYPES))
                .put("name", "演示")
                .put("contact", "演示");
        String id = history.write(awaits ? "arrival" : "receipt", "POST", "/applications", application)
                .body()
                .path("id")
                .asText();
        if (id.isEmpty()) {
            return;
        }
        Case entered = new Case(id, organisation, caseNumber, day);
        history.entered(entered);
        if (awaits && random.nextInt(4) > 0) {
            steps.confirm(entered);
        }
        int life = random.nextInt(10);
        if (life < 2) {
            steps.fee(entered);
        }
        if (life > 0 && life < 7) {
            decide(entered);
        }
    }

    private void happen(Case one) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> steps.any(one);
            case 3 -> outcome(one, any(OUTCOMES), one.day().plusDays(random.nextInt(200)));
            case 4, 5 -> {
                history.write("outcome retracted", "DELETE", one.path() + "/outcome" + WRONG, null);
                if (random.nextBoolean()) {
                    decide(one);
                }
            }
            case 6, 7 -> amend(one);
            case 8 -> {
                history.write("voided", "DELETE", one.path() + WRONG, null);
                if (random.nextInt(4) > 0) {
                    enter(one.organisation(), one.number());
                }
            }
            case 9 -> steps.retract(one);
            case 10 -> steps.fee(one);
            default -> decide(one);
        }
    }

    /** By the legal way, where the case is open and as old as it was entered. */
    private void decide(Case one) {
        String outcome = any(OUTCOMES);
        outcome(one, outcome, steps.wayTo(outcome, one));
    }

    private void outcome(Case one, String outcome, LocalDate on) {
        ObjectNode content =
                RandomRecords.json().put("outcome", outcome).put("reason", "演示").put("decidedOn", on.toString());
        history.write(
                "outcome",
                "POST",
                one.path() + "/outcome",
                random.nextInt(6) == 0 ? content.put("elsewhere", true) : content);
    }

    private void amend(Case one) {
        ObjectNode amendment = RandomRecords.json().put("reason", "随机更正");
        switch (random.nextInt(4)) {
            case 0 -> amendment.put("channel", any(CHANNELS));
            case 1 ->
                amendment.put(
                        "receivedOn",
                        one.day().minusDays(random.nextInt(300)).plusDays(40).toString());
            default -> amendment.putObject("applicant").put("type", any(TYPES));
        }
        history.write("application amended", "PATCH", one.path(), amendment);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
