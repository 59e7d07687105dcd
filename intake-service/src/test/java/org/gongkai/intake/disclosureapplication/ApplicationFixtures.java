package org.gongkai.intake.disclosureapplication;

import static org.gongkai.intake.Calls.application;
import static org.gongkai.intake.Calls.as;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;

import io.restassured.response.Response;
import java.util.List;
import org.gongkai.intake.record.JournaledFacts;

/** Cases of a body of its own, as its own recorder enters them. */
final class ApplicationFixtures {

    /** 20 working days end on 2021-10-21, 7 on 2021-09-28; National Day lies between. */
    static final String RECEIVED = "2021-09-17";

    private ApplicationFixtures() {}

    /** The id of a case of a newly registered body. */
    static String begun(String organisation) {
        register(organisation, null).then().statusCode(201);
        return again(organisation, "1");
    }

    /** The id of another case of that body. */
    static String again(String organisation, String caseNumber) {
        Response made = receive(organisation, caseNumber, RECEIVED);
        made.then().statusCode(201);
        return made.path("id");
    }

    /** The id of a case that arrived at a newly registered body and awaits confirmation. */
    static String arrived(String organisation, String on) {
        register(organisation, null).then().statusCode(201);
        Response made = arrive(organisation, on);
        made.then().statusCode(201);
        return made.path("id");
    }

    static Response arrive(String organisation, String on) {
        return as("recorder", organisation)
                .body(application(organisation, "1", on).replace("\"receivedOn\"", "\"arrivedOn\""))
                .post("/applications");
    }

    /** A step with these fields beside type and day: {@code "respondBy": "2021-10-08"}. */
    static Response step(String organisation, String id, String type, String on, String... fields) {
        return as("recorder", organisation).body(body(type, on, fields)).post("/applications/" + id + "/steps");
    }

    static String body(String type, String on, String... fields) {
        StringBuilder body = new StringBuilder("{\"type\": \"" + type + "\", \"on\": \"" + on + "\"");
        for (String field : fields) {
            body.append(", ").append(field);
        }
        return body.append("}").toString();
    }

    /** A step that is taken. */
    static Response taken(String organisation, String id, String type, String on, String... fields) {
        Response answer = step(organisation, id, type, on, fields);
        answer.then().statusCode(200);
        return answer;
    }

    static Response get(String organisation, String path) {
        return as("recorder", organisation).get("/applications/" + path);
    }

    /** Names of the body's facts from the given one on, counted from 0; each was valid against its schema. */
    static List<String> facts(String organisation, int from) {
        List<String> names = JournaledFacts.names(organisation);
        return names.subList(from, names.size());
    }
}
