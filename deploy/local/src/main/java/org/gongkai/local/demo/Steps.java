package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** The steps of the statute that lead to an outcome, where it cannot be had, or would be odd, without them. */
final class Steps {

    private static final int NEXT = 2;

    /** A reasonable term (article 30), in calendar days. */
    private static final int TO_CORRECT = 14;

    private Steps() {}

    /** In the order in which they are posted; all on working days from receipt to the reply. */
    static List<Posting> of(Case one) {
        LocalDate first = afterNext(one.receivedOn());
        List<ObjectNode> steps = switch (one.outcome()) {
            case "OTHER_CORRECTION_OVERDUE" ->
                List.of(step("CORRECTION_REQUESTED", first)
                        .put("respondBy", termOfCorrection(one.receivedOn()).toString()));
            case "REFUSED_THIRD_PARTY_RIGHTS" ->
                List.of(
                        step("THIRD_PARTY_CONSULTED", first)
                                .put("party", "演示第三方")
                                .put("deliveredOn", first.toString()),
                        step("THIRD_PARTY_REPLIED", afterNext(first))
                                .put("party", "演示第三方")
                                .put("consents", false));
            default -> List.of();
        };
        return steps.stream()
                .map(step -> Posting.of(one.body(), "/steps", step))
                .toList();
    }

    /** Last day on which a request could be corrected that was asked for soon after receipt. */
    static LocalDate termOfCorrection(LocalDate receivedOn) {
        return Plan.workday(afterNext(receivedOn).plusDays(TO_CORRECT));
    }

    private static LocalDate afterNext(LocalDate day) {
        return Plan.workday(day.plusDays(NEXT));
    }

    private static ObjectNode step(String type, LocalDate on) {
        return Posting.json().put("type", type).put("on", on.toString());
    }
}
