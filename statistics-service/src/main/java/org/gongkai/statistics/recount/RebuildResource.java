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

/** {@code POST /rebuilds}, {@code GET /rebuilds/{id}}. */
@Path("/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "recounts")
public class RebuildResource {

    private final Recounts recounts;
    private final JsonWebToken token;

    RebuildResource(Recounts recounts, JsonWebToken token) {
        this.recounts = recounts;
        this.token = token;
    }

    /** Begins one; where one is under way, that one is answered. */
    @POST
    @Permits(org.gongkai.statistics.access.Operation.REBUILD_COUNTS)
    @Operation(
            operationId = "beginRebuild",
            summary = "Counts everything again beside the live counts, compares, and swaps in what came out",
            description =
                    "202 with Location: it goes on while facts come. Where one is under way, that one is answered.")
    public RestResponse<RecountView> begin() throws SQLException {
        return RecountAnswers.accepted(
                "/rebuilds/", recounts.view(recounts.request(Purpose.REBUILD, token.getSubject())));
    }

    /** How far it is, and what came of it. */
    @GET
    @Path("{id}")
    @Permits(org.gongkai.statistics.access.Operation.REBUILD_COUNTS)
    @Operation(operationId = "rebuild", summary = "How far it is: cells compared, cells that differ, time taken")
    public RestResponse<RecountView> get(@PathParam("id") String id) throws SQLException {
        return RestResponse.ok(recounts.view(RecountAnswers.known(recounts, Purpose.REBUILD, id)));
    }
}
