package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.gongkai.acceptance.History.Case;

/** Steps of applications: those that lead to an outcome, and any others, of which most cannot be. */
final class RandomSteps {

    /** All notices are of one amount, so that only a payment, and no other notice, makes a payment full. */
    private static final String FEE = "560.00";

    private static final List<String> TYPES = List.of(
            "CONFIRMED",
            "CORRECTION_REQUESTED",
            "CORRECTED",
            "REASON_REQUESTED",
            "REASON_GIVEN",
            "DELAY_SET",
            "THIRD_PARTY_CONSULTED",
            "THIRD_PARTY_REPLIED",
            "ORGAN_CONSULTED",
            "ORGAN_REPLIED",
            "EXTENDED",
            "FEE_NOTICED",
            "FEE_PAID",
            "WITHDRAWN",
            "ASSIGNED",
            "SECRECY_REVIEWED",
            "APPROVED",
            "SERVED",
            "ARCHIVED");

    private final History history;
    private final Random random;

    RandomSteps(History history, Random random) {
        this.history = history;
        this.random = random;
    }

    void confirm(Case one) {
        post(one, "CONFIRMED", one.day().plusDays(random.nextInt(10)));
    }

    /** Takes the steps without which the outcome is refused; answers a day on which it can be decided. */
    LocalDate wayTo(String outcome, Case one) {
        LocalDate day = one.day().plusDays(10 + random.nextInt(5));
        return switch (outcome) {
            case "UNABLE_STILL_UNCLEAR" -> {
                post(one, "CORRECTION_REQUESTED", day);
                post(one, "CORRECTED", day.plusDays(10));
                yield day.plusDays(10 + random.nextInt(40));
            }
            case "OTHER_CORRECTION_OVERDUE" -> {
                post(one, "CORRECTION_REQUESTED", day);
                yield day.plusDays(16 + random.nextInt(10));
            }
            case "OTHER_FEE_OVERDUE" -> {
                post(one, "FEE_NOTICED", day);
                // 20 working days and the longest holidays
                yield day.plusDays(45 + random.nextInt(20));
            }
            default -> one.day().plusDays(random.nextInt(200));
        };
    }

    /** A notice, and one or two payments. */
    void fee(Case one) {
        LocalDate day = one.day().plusDays(10 + random.nextInt(60));
        post(one, "FEE_NOTICED", day);
        for (int i = random.nextInt(2); i >= 0; i--) {
            day = day.plusDays(1 + random.nextInt(20));
            post(one, "FEE_PAID", day);
        }
    }

    /** Any step on any day. */
    void any(Case one) {
        post(one, TYPES.get(random.nextInt(TYPES.size())), one.day().plusDays(random.nextInt(60)));
    }

    /** Takes back one of those that were taken; takes one where there is none. */
    void retract(Case one) {
        JsonNode taken = history.read(one.path()).path("steps");
        if (taken.isEmpty()) {
            any(one);
        } else {
            int number = taken.get(random.nextInt(taken.size())).path("number").asInt();
            history.write("step retracted", "DELETE", one.path() + "/steps/" + number + "?reason=random", null);
        }
    }

    private void post(Case one, String type, LocalDate on) {
        ObjectNode step = RandomRecords.json().put("type", type).put("on", on.toString());
        switch (type) {
            case "CORRECTION_REQUESTED", "REASON_REQUESTED" ->
                step.put("respondBy", on.plusDays(15).toString());
            case "DELAY_SET" -> step.put("until", on.plusDays(90).toString());
            case "THIRD_PARTY_CONSULTED" -> step.put("party", "演示");
            case "THIRD_PARTY_REPLIED" -> step.put("party", "演示").put("consents", random.nextBoolean());
            case "ORGAN_CONSULTED" -> step.put("organ", "演示").put("jointlyMade", random.nextBoolean());
            case "ORGAN_REPLIED" -> step.put("organ", "演示");
            case "EXTENDED" -> step.put("workingDays", 20);
            case "FEE_NOTICED" -> step.put("amountYuan", FEE).put("items", 15);
            case "FEE_PAID" -> step.put("amountYuan", random.nextBoolean() ? FEE : "280.00");
            case "ASSIGNED" -> step.put("office", "演示").put("handler", "演示");
            case "SECRECY_REVIEWED" -> step.put("reviewedBy", "演示").put("result", "RELEASABLE");
            case "APPROVED" -> step.put("approvedBy", "演示");
            default -> {}
        }
        history.write("step " + type, "POST", one.path() + "/steps", step);
    }
}
