package org.gongkai.intake.otherrequest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;

/** Requests for rectification (更正申请). */
@Path("/rectifications")
public class RectificationResource extends OtherRequestResource<RectificationBody, RectificationResult> {

    public RectificationResource() {
        super(RectificationBody.KIND);
    }

    @POST
    @Path("/{id}/conclusion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permits(Operation.WRITE_OTHER_REQUESTS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Record how it ended; the same again is answered with what exists",
            description = "transferredTo is needed with TRANSFERRED, and goes with it alone.")
    @APIResponse(responseCode = "200", description = "It ended so, and that is on disk")
    @APIResponse(responseCode = "409", description = "It ended otherwise, or is retracted")
    public Response conclude(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Conclusion<RectificationResult> body) {
        return concluded(id, ifMatch, body);
    }
}
