package org.gongkai.statistics.recount;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Permits;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code POST /verifications}, {@code GET /verifications/{id}}. */
@Path("/verifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recounts")
public class VerificationResource {

    private final Recounts recounts;
    private final JsonWebToken token;

    VerificationResource(Recounts recounts, JsonWebToken token) {
        this.recounts = recounts;
        this.token = token;
    }

    /** Begins one; where one is under way, that one is answered. */
    @POST
    @Permits(org.gongkai.statistics.access.Operation.VERIFY_COUNTS)
    @Operation(
            operationId = "beginVerification",
            summary = "Proves the counts: every fact counted again up to the position of the live cells, and compared",
            description =
                    "202 with Location: it goes on while facts come. Where one is under way, that one is answered.")
    public RestResponse<RecountView> begin() throws SQLException {
        return RecountAnswers.accepted(
                "/verifications/", recounts.view(recounts.request(Purpose.VERIFICATION, token.getSubject())));
    }

    /** How far it is, and what came of it. */
    @GET
    @Path("{id}")
    @Permits(org.gongkai.statistics.access.Operation.VERIFY_COUNTS)
    @Operation(operationId = "verification", summary = "How far it is: cells compared, cells that differ, time taken")
    public RestResponse<RecountView> get(@PathParam("id") String id) throws SQLException {
        return RestResponse.ok(recounts.view(RecountAnswers.known(recounts, Purpose.VERIFICATION, id)));
    }
}
