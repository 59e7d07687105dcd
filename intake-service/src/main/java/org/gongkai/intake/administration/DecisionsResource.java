package org.gongkai.intake.administration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.record.RecordResource;
import org.gongkai.intake.record.RecordView;
import org.gongkai.intake.record.Records;

/** Licences, penalties and coercive measures of a period. */
@Path("/administrative-decisions")
public class DecisionsResource extends RecordResource<DecisionsBody, DecisionsBody> {

    public DecisionsResource() {
        super(new Decisions());
    }

    @GET
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Decisions of a subtree that stand, in the order in which they were recorded")
    public RecordView.Page list(
            @QueryParam("organisation") String organisation,
            @QueryParam("year") String year,
            @QueryParam("kind") String kind,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        DecisionKind wanted = Parameters.code("kind", kind, DecisionKind.class);
        return page(organisation, year, List.of(new Records.Equal("kind", wanted)), limit, after);
    }
}
