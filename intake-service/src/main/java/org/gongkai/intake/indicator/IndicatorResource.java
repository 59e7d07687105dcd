package org.gongkai.intake.indicator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.RecordResource;
import org.gongkai.intake.record.RecordView;
import org.gongkai.intake.record.Records;

/** Indicators of a year, and the catalogue of those that there are. */
@Path("/indicators")
public class IndicatorResource extends RecordResource<IndicatorBody, IndicatorBody> {

    private static final Catalogue CATALOGUE = Indicators.CATALOGUE;

    public IndicatorResource() {
        super(Indicators.KIND);
    }

    @GET
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "Indicators of a subtree that stand, in the order in which they were recorded")
    public RecordView.Page list(
            @QueryParam("organisation") String organisation,
            @QueryParam("year") String year,
            @QueryParam("indicator") String indicator,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        if (indicator != null && !CATALOGUE.has(indicator)) {
            throw new Refusal(ProblemType.INVALID_PARAMETER, "indicator", CATALOGUE.codes());
        }
        return page(organisation, year, List.of(new Records.Equal("indicator", indicator)), limit, after);
    }

    @GET
    @Path("/catalogue")
    @Permits(Operation.READ_RECORDS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "The indicators that there are, with label, unit and how they add up")
    @APIResponse(responseCode = "200", description = "All of them")
    public Catalogue catalogue() {
        return CATALOGUE;
    }
}
