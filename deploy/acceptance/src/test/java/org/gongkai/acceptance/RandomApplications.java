package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Disclosure applications, four of five with their outcome. */
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

    private final History history;
    private final Random random;
    private final int writer;
    private int number;

    RandomApplications(History history, Random random, int writer) {
        this.history = history;
        this.random = random;
        this.writer = writer;
    }

    void step() {
        LocalDate received = history.day(random);
        ObjectNode application = RandomRecords.json()
                .put("organisation", history.code(random))
                .put("caseNumber", writer + "-" + number++)
                .put("receivedOn", received.toString())
                .put("channel", CHANNELS.get(random.nextInt(CHANNELS.size())))
                .put("informationSought", "演示");
        application
                .putObject("applicant")
                .put("type", TYPES.get(random.nextInt(TYPES.size())))
                .put("name", "演示")
                .put("contact", "演示");
        String id = history.write("/applications", "POST", "/applications", application)
                .body()
                .path("id")
                .asText();
        if (!id.isEmpty() && random.nextInt(5) > 0) {
            history.write(
                    "outcome",
                    "POST",
                    "/applications/" + id + "/outcome",
                    RandomRecords.json()
                            .put("outcome", OUTCOMES.get(random.nextInt(OUTCOMES.size())))
                            .put("reason", "演示")
                            .put(
                                    "decidedOn",
                                    received.plusDays(random.nextInt(200)).toString()));
        }
    }
}
