package org.gongkai.acceptance;

import static org.gongkai.acceptance.PlantedDataIT.done;
import static org.gongkai.acceptance.PlantedDataIT.refused;
import static org.gongkai.acceptance.PlantedDataIT.sendByRecorder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plants in requests that are no application: a rectification and a complaint, amended, concluded and concluded anew. */
final class PlantedRequests {

    /** Counts the rows whose texts are there and no shorter than their seal. */
    static final String CIPHERTEXT = "SELECT (SELECT count(*) FROM rectification WHERE length(applicant_name) > 20"
            + " AND length(identity_document) > 20 AND length(contact) > 20 AND length(information_held) > 20"
            + " AND length(rectification_sought) > 20 AND length(evidence) > 20 AND length(handler) > 20"
            + " AND length(transferred_to) > 20 AND length(note) > 20)"
            + " + (SELECT count(*) FROM complaint WHERE length(complainant_name) > 20 AND length(contact) > 20"
            + " AND length(matter) > 20 AND length(handler) > 20 AND length(transferred_to) > 20 AND length(note) > 20)";

    private static final String NUMBER = "种植件-1";

    private PlantedRequests() {}

    /** What is planted, by path. */
    static Map<String, String> bodies(Planted planted, String organisation) {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("/rectifications", rectification(planted, organisation).toString());
        bodies.put("/complaints", complaint(planted, organisation).toString());
        return bodies;
    }

    private static ObjectNode rectification(Planted planted, String organisation) {
        ObjectNode body = RandomRecords.json()
                .put("organisation", organisation)
                .put("caseNumber", NUMBER)
                .put("receivedOn", "2021-03-04")
                .put("informationHeld", planted.text())
                .put("rectificationSought", planted.text())
                .put("evidence", planted.text())
                .put("handler", planted.name());
        body.putObject("applicant")
                .put("type", "NATURAL_PERSON")
                .put("name", planted.name())
                .put("identityDocument", planted.identity())
                .put("contact", planted.telephone());
        return body;
    }

    private static ObjectNode complaint(Planted planted, String organisation) {
        ObjectNode body = RandomRecords.json()
                .put("organisation", organisation)
                .put("caseNumber", NUMBER)
                .put("receivedOn", "2021-03-04")
                .put("matter", planted.text())
                .put("handler", planted.name());
        body.putObject("complainant")
                .put("type", "NATURAL_PERSON")
                .put("name", planted.name())
                .put("contact", planted.telephone());
        return body;
    }

    private static String conclusion(Planted planted) {
        return RandomRecords.json()
                .put("result", "TRANSFERRED")
                .put("concludedOn", "2021-03-25")
                .put("transferredTo", planted.text())
                .put("note", planted.text())
                .toString();
    }

    /** The paths of what was planted. */
    static List<String> plant(Planted planted, String organisation) {
        List<String> paths = new ArrayList<>();
        String reason = "?reason=" + URLEncoder.encode(planted.text(), StandardCharsets.UTF_8);
        bodies(planted, organisation).forEach((path, body) -> {
            RunningSystem.Answer made =
                    done(sendByRecorder("POST", path, body, "Idempotency-Key", "\"planted" + path + "\""));
            String address = path + "/" + made.body().path("id").asText();
            done(sendByRecorder(
                    "PATCH",
                    address,
                    RandomRecords.json()
                            .put("handler", planted.text())
                            .put("reason", planted.text())
                            .toString()));
            done(sendByRecorder("POST", address + "/conclusion", conclusion(planted)));
            done(sendByRecorder("DELETE", address + "/conclusion" + reason, null));
            done(sendByRecorder("POST", address + "/conclusion", conclusion(planted)));
            done(sendByRecorder("PATCH", address, "{\"handler\": \"" + planted.name() + "\", \"reason\": \"演示\"}"));
            paths.add(address);
        });
        return paths;
    }

    static void refusals(Planted planted, String organisation) {
        ObjectNode rectification = rectification(planted, organisation);
        refused(
                "a rectification with an unknown field",
                "POST",
                "/rectifications",
                rectification.deepCopy().put("telephone", planted.text()).toString());
        refused(
                "a rectification with other content",
                "POST",
                "/rectifications",
                rectification.deepCopy().put("evidence", planted.name()).toString());
        refused(
                "an identity number as number of a rectification",
                "POST",
                "/rectifications",
                rectification.deepCopy().put("caseNumber", planted.identity()).toString());
        ObjectNode complaint = complaint(planted, organisation).put("caseNumber", "种植件-2");
        refused(
                "a name as body complained of",
                "POST",
                "/complaints",
                complaint.deepCopy().put("aboutOrganisation", planted.name()).toString());
        refused(
                "a text as application complained of",
                "POST",
                "/complaints",
                complaint.deepCopy().put("application", planted.text()).toString());
        refused(
                "a text as day of a complaint",
                "POST",
                "/complaints",
                complaint.deepCopy().put("receivedOn", planted.text()).toString());
    }
}
