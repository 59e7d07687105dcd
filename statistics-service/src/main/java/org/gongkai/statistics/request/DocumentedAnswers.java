package org.gongkai.statistics.request;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into the OpenAPI document what holds for every call: token, position, and the problems it may be answered with. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedAnswers implements OASFilter {

    private static final String PROBLEM = "Problem";

    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.of(
            "400", "A parameter can't be read, is unknown or too large; `violations` names it and says what to send",
            "401", "No token, or a bad one",
            "403",
                    "No role of the token may do this, or the organisation is out of its reach, whether it exists or not",
            "503", "The position is not reached in time, or the database is away; see Retry-After"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    ALWAYS.forEach((status, description) -> answer(operation, status, description));
                    if (path.contains("{") || path.startsWith("/counts")) {
                        answer(operation, "404", "No such organisation or fact");
                    }
                    if (path.endsWith("/replay")) {
                        answer(operation, "422", "The fact still can't be read; the detail says why");
                    } else {
                        answer(
                                operation,
                                "409",
                                "The position of atLeast or asOf is of another generation of the journal");
                    }
                    operation.setSecurity(
                            List.of(OASFactory.createSecurityRequirement().addScheme("SecurityScheme")));
                    operation
                            .getResponses()
                            .getAPIResponse("200")
                            .addHeader(
                                    Answers.POSITION,
                                    OASFactory.createHeader()
                                            .description("The position that the answer stands at, as a token")
                                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
                }));
    }

    private static void answer(Operation operation, String status, String description) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
        operation.getResponses().addAPIResponse(status, response);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457; every type is listed in docs/contracts/problems/statistics.md")
                .addProperty("type", text("urn:gongkai:problem: and a slug, stable"))
                .addProperty("title", text("In the language of Accept-Language: zh-CN unless en"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What to send instead"))
                .addProperty("instance", text("The path called"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty("field", text("Name of the parameter"))
                                        .addProperty("message", text("What to send instead"))));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
