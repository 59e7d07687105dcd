package org.gongkai.report.statement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** statistics-service, as this service calls it. */
@RegisterRestClient(configKey = "statistics")
@Path("/statements")
@Produces(MediaType.APPLICATION_JSON)
interface StatisticsClient {

    @GET
    @Path("/{organisation}/{year}")
    Uni<Response> statement(
            @PathParam("organisation") String organisation,
            @PathParam("year") int year,
            @QueryParam("include") String include,
            @QueryParam("atLeast") String atLeast,
            @QueryParam("asOf") String asOf,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    @GET
    @Path("/{organisation}/{year}/facts")
    Uni<Response> facts(
            @PathParam("organisation") String organisation,
            @PathParam("year") int year,
            @QueryParam("row") String row,
            @QueryParam("column") String column,
            @QueryParam("limit") int limit,
            @QueryParam("atLeast") String atLeast,
            @QueryParam("asOf") String asOf,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
