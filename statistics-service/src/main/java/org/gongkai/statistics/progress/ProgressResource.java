package org.gongkai.statistics.progress;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.statistics.access.Permits;
import org.gongkai.statistics.request.Answers;
import org.gongkai.statistics.snapshot.AtLeast;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code GET /progress}. */
@Path("/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "progress")
public class ProgressResource {

    private final AtLeast atLeast;
    private final ProgressReader reader;

    ProgressResource(AtLeast atLeast, ProgressReader reader) {
        this.atLeast = atLeast;
        this.reader = reader;
    }

    /** How far counting has come, lane by lane. */
    @GET
    @Permits(org.gongkai.statistics.access.Operation.READ_PROGRESS)
    @Operation(operationId = "progress", summary = "How far counting has come: lanes, lag, gaps, unreadable facts")
    public RestResponse<ProgressView> progress(
            @Parameter(description = "Answer only with counts that include this position") @QueryParam("atLeast")
                    String position)
            throws SQLException {
        atLeast.await(position);
        ProgressView progress = reader.read();
        return Answers.at(progress.position(), progress);
    }
}
