package org.gongkai.acceptance;

import static org.gongkai.acceptance.PlantedDataIT.CASE;
import static org.gongkai.acceptance.PlantedDataIT.HOLDER;
import static org.gongkai.acceptance.PlantedDataIT.PLANTED;
import static org.gongkai.acceptance.PlantedDataIT.done;
import static org.gongkai.acceptance.PlantedDataIT.refused;
import static org.gongkai.acceptance.PlantedDataIT.sendByRecorder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Plants in the whole life of a case: registered, stepped, decided, corrected, with files; and in what is refused of it. */
final class PlantedCase {

    private static String id;
    private static String voided;
    private static String attachment;

    private PlantedCase() {}

    static void plant() {
        id = register(CASE);
        voided = register("种植-2");
        steps();
        corrections();
        attachments();
    }

    /** Of the case that stands. */
    static String id() {
        return id;
    }

    /** Of the case that is voided. */
    static String voided() {
        return voided;
    }

    /** Of the file that stands. */
    static String attachment() {
        return attachment;
    }

    static ObjectNode application(String number) {
        ObjectNode application = RandomRecords.json()
                .put("organisation", HOLDER)
                .put("caseNumber", number)
                .put("receivedOn", "2021-03-04")
                .put("channel", "ONLINE")
                .put("informationSought", PLANTED.text())
                .put("delivery", PLANTED.text())
                .put("handler", PLANTED.name());
        application
                .putObject("applicant")
                .put("type", "NATURAL_PERSON")
                .put("name", PLANTED.name())
                .put("identityDocument", PLANTED.identity())
                .put("contact", PLANTED.telephone());
        application
                .putArray("coApplicants")
                .addObject()
                .put("type", "OTHER_ORG")
                .put("name", PLANTED.name())
                .put("identityDocument", PLANTED.identity())
                .put("contact", PLANTED.telephone());
        application
                .putArray("agents")
                .addObject()
                .put("name", PLANTED.name())
                .put("identityDocument", PLANTED.identity())
                .put("contact", PLANTED.telephone())
                .put("authority", PLANTED.text());
        return application;
    }

    private static String register(String number) {
        String body = application(number).toString();
        RunningSystem.Answer made = done(sendByRecorder("POST", "/applications", body, "Idempotency-Key", key(number)));
        done(sendByRecorder("POST", "/applications", body, "Idempotency-Key", key(number)));
        return made.body().path("id").asText();
    }

    private static String key(String number) {
        return "\"planted-" + Integer.toHexString(number.hashCode()) + "\"";
    }

    private static void steps() {
        step("ASSIGNED", 5, json -> json.put("office", "法规科").put("handler", PLANTED.name()));
        step("CORRECTION_REQUESTED", 8, json -> json.put("respondBy", "2021-03-20"));
        step("CORRECTED", 10, json -> {});
        step(
                "THIRD_PARTY_CONSULTED",
                11,
                json -> json.put("party", PLANTED.text()).put("deliveredOn", "2021-03-11"));
        step(
                "THIRD_PARTY_REPLIED",
                15,
                json -> json.put("party", PLANTED.text()).put("consents", false));
        step("EXTENDED", 16, json -> json.put("workingDays", 5).put("approvedBy", PLANTED.text()));
        step(
                "SECRECY_REVIEWED",
                18,
                json -> json.put("reviewedBy", PLANTED.text()).put("result", "NOT_RELEASABLE"));
        step("APPROVED", 22, json -> json.put("approvedBy", PLANTED.text()));
        done(sendByRecorder(
                "POST",
                "/applications/" + id + "/outcome",
                RandomRecords.json()
                        .put("outcome", "OTHER_MISC")
                        .put("decidedOn", "2021-03-25")
                        .put("reason", PLANTED.text())
                        .toString()));
        step("SERVED", 26, json -> json.put("how", PLANTED.text()));
    }

    private static void step(String type, int day, Consumer<ObjectNode> more) {
        ObjectNode step = RandomRecords.json()
                .put("type", type)
                .put("on", "2021-03-%02d".formatted(day))
                .put("note", PLANTED.text());
        more.accept(step);
        done(sendByRecorder("POST", "/applications/" + id + "/steps", step.toString(), "Idempotency-Key", key(type)));
    }

    private static void corrections() {
        String reason = "?reason=" + URLEncoder.encode(PLANTED.text(), StandardCharsets.UTF_8);
        done(sendByRecorder("DELETE", "/applications/" + id + "/outcome" + reason, null));
        ObjectNode amendment = RandomRecords.json().put("reason", PLANTED.text());
        amendment.putObject("applicant").put("type", "OTHER_ORG").put("name", PLANTED.name() + "甲");
        amendment.putArray("agents").addObject().put("name", PLANTED.name() + "乙");
        done(sendByRecorder("PATCH", "/applications/" + id, amendment.toString()));
        done(sendByRecorder("DELETE", "/applications/" + voided + reason, null));
    }

    /** In a file and in its name; one is withdrawn, with a reason that tells as well. */
    private static void attachments() {
        attachment = attach(PLANTED.name()).body().path("id").asText();
        String withdrawn = attach(PLANTED.text()).body().path("id").asText();
        done(sendByRecorder("DELETE", attachments(id) + "/" + withdrawn + "?reason=" + encoded(PLANTED.text()), null));
    }

    private static RunningSystem.Answer attach(String name) {
        return done(sendByRecorder(
                "POST",
                attachments(id) + "?kind=REQUEST&name=" + encoded(name + ".txt"),
                PLANTED.text().repeat(30_000),
                "Content-Type",
                "text/plain",
                "Idempotency-Key",
                "\"planted-file\""));
    }

    static String attachments(String application) {
        return "/applications/" + application + "/attachments";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static void refusals() {
        String path = "/applications/" + id;
        refused(
                "an unknown field",
                "POST",
                "/applications",
                application("种植-6").put("telephone", PLANTED.text()).toString());
        refused(
                "a text for a day",
                "POST",
                "/applications",
                application("种植-6").put("receivedOn", PLANTED.text()).toString());
        refused(
                "a text for an object",
                "POST",
                "/applications",
                application("种植-6").put("applicant", PLANTED.text()).toString());
        ObjectNode texts = application("种植-6");
        texts.putArray("coApplicants").add(PLANTED.text());
        refused("a text for a co-applicant", "POST", "/applications", texts.toString());
        ObjectNode unknown = application("种植-6");
        unknown.putArray("agents").addObject().put("name", PLANTED.name()).put("telephone", PLANTED.telephone());
        refused("an unknown field of an agent", "POST", "/applications", unknown.toString());
        refused(
                "an unknown code",
                "POST",
                "/applications",
                application("种植-6").put("channel", PLANTED.name()).toString());
        refused("broken JSON", "POST", "/applications", "{\"applicant\": {\"name\": \"" + PLANTED.text());
        refused(
                "a telephone number as case number",
                "POST",
                "/applications",
                application(PLANTED.telephone()).toString());
        refused(
                "an identity number as case number",
                "POST",
                "/applications",
                application(PLANTED.identity()).toString());
        refused(
                "a name as organisation",
                "POST",
                "/applications",
                application("种植-6").put("organisation", PLANTED.name()).toString());
        refused(
                "too long a text",
                "POST",
                "/applications",
                application("种植-6")
                        .put("informationSought", PLANTED.text().repeat(200))
                        .toString());
        ObjectNode other = application(CASE);
        other.putObject("applicant")
                .put("type", "OTHER_ORG")
                .put("name", PLANTED.name())
                .put("contact", PLANTED.telephone());
        refused("other content", "POST", "/applications", other.toString());
        refused(
                "an impossible step",
                "POST",
                path + "/steps",
                "{\"type\": \"SERVED\", \"on\": \"2021-03-26\", \"how\": \"" + PLANTED.text() + "\"}");
        refused(
                "a person's numbers for a unit",
                "POST",
                path + "/steps",
                "{\"type\": \"ASSIGNED\", \"on\": \"2021-03-26\", \"office\": \"" + PLANTED.text() + "\"}");
        refused(
                "another handler on one day",
                "POST",
                path + "/steps",
                "{\"type\": \"ASSIGNED\", \"on\": \"2021-03-05\", \"office\": \"法规科\", \"handler\": \"" + PLANTED.name()
                        + "丙\"}");
        refused(
                "another step",
                "POST",
                path + "/steps",
                "{\"type\": \"CORRECTED\", \"on\": \"2021-03-10\", \"note\": \"" + PLANTED.name() + "\"}");
        refused(
                "a reply of nobody asked",
                "POST",
                path + "/steps",
                "{\"type\": \"THIRD_PARTY_REPLIED\", \"on\": \"2021-03-17\", \"consents\": true, \"party\": \""
                        + PLANTED.name() + "\"}");
        refused(
                "a contradicted outcome",
                "POST",
                path + "/outcome",
                "{\"outcome\": \"OTHER_FEE_OVERDUE\", \"decidedOn\": \"2021-03-25\", \"reason\": \"" + PLANTED.text()
                        + "\"}");
        refused(
                "an amendment of what is fixed",
                "PATCH",
                path,
                "{\"caseNumber\": \"" + PLANTED.telephone() + "\", \"reason\": \"" + PLANTED.text() + "\"}");
        refused(
                "a write to what is voided",
                "PATCH",
                "/applications/" + voided,
                "{\"applicant\": {\"name\": \"" + PLANTED.name() + "\"}, \"reason\": \"" + PLANTED.text() + "\"}");
        String files = attachments(id) + "?kind=REPLY&name=";
        String text = "text/plain";
        refused("a file whose name is a path", "POST", files + encoded(PLANTED.name() + "/a"), PLANTED.text());
        refused("a file of no kind", "POST", files.replace("REPLY", encoded(PLANTED.name())), PLANTED.text());
        refused("a file of another type", "POST", files + encoded(PLANTED.name()), PLANTED.text());
        refused(
                "a file of a type that is not taken",
                "POST",
                files + encoded(PLANTED.name()),
                "<!DOCTYPE html><html>" + PLANTED.text(),
                "Content-Type",
                text);
        refused(
                "a file to what is voided",
                "POST",
                attachments(voided) + "?kind=REPLY&name=" + encoded(PLANTED.name()),
                PLANTED.text(),
                "Content-Type",
                text);
        refused("an id that is none", "GET", "/applications/" + PLANTED.telephone(), null);
        String sought = URLEncoder.encode(PLANTED.name(), StandardCharsets.UTF_8);
        refused("an unknown state", "GET", "/applications?state=" + sought, null);
        refused("an unknown parameter", "GET", "/applications?name=" + sought, null);
        refused("a bad limit beside words", "GET", "/applications?q=" + sought + "&limit=" + PLANTED.telephone(), null);
    }
}
