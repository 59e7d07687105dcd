package org.gongkai.report.organisation;

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

/** statistics-service's tree, as this service asks it. */
@RegisterRestClient(configKey = "statistics")
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
interface OrganisationsClient {

    @GET
    Response organisations(
            @QueryParam("limit") int limit,
            @QueryParam("after") String after,
            @QueryParam("atLeast") String atLeast,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

    @GET
    @Path("/{code}")
    Response organisation(@PathParam("code") String code, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
