package org.gongkai.intake.attachment;

import static io.restassured.RestAssured.given;
import static org.gongkai.intake.Calls.receive;
import static org.gongkai.intake.Calls.register;
import static org.gongkai.intake.Calls.token;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Calls about attachments, with files as bodies. */
final class AttachmentCalls {

    private AttachmentCalls() {}

    /** Registers the body and an application of its; answers the application's id. */
    static String application(String organisation) {
        register(organisation, null);
        return receive(organisation, "1", "2021-03-04").path("id");
    }

    /** A call with a token of that role and body, and no content type. */
    static RequestSpecification by(String role, String organisation) {
        return given().auth().oauth2(token(role, organisation));
    }

    static String path(String application) {
        return "/applications/" + application + "/attachments";
    }

    /** Adds a file as the body's own recorder. */
    static Response attach(
            String organisation, String application, String kind, String name, String type, byte[] content) {
        RequestSpecification call =
                by("recorder", organisation).queryParam("kind", kind).queryParam("name", name);
        return (type == null ? call : call.contentType(type)).body(content).post(path(application));
    }

    /** The file, as the body's own recorder. */
    static Response read(String organisation, String application, String attachment) {
        return by("recorder", organisation).get(path(application) + "/" + attachment);
    }
}
