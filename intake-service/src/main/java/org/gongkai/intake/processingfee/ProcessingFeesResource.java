package org.gongkai.intake.processingfee;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.record.RecordResource;
import org.gongkai.intake.record.RecordView;

/** Processing fees of a period. */
@Path("/processing-fees")
public class ProcessingFeesResource extends RecordResource<ProcessingFeesBody, ProcessingFeesBody> {

    public ProcessingFeesResource() {
        super(new ProcessingFees());
    }

    @GET
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Fees of a subtree that stand, in the order in which they were recorded")
    public RecordView.Page list(
            @QueryParam("organisation") String organisation,
            @QueryParam("year") String year,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return page(organisation, year, List.of(), limit, after);
    }
}
