package org.gongkai.statistics.consumption;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The journal of intake-service, which has every fact when Kafka has lost some or all. */
@RegisterRestClient(configKey = "intake")
@Path("/journal")
interface JournalClient {

    /** Facts of a lane after a position. */
    @GET
    JournalPage page(
            @HeaderParam("Authorization") String bearer,
            @QueryParam("lane") int lane,
            @QueryParam("after") long after,
            @QueryParam("limit") int limit);

    /** How far each lane has come. */
    @GET
    @Path("lanes")
    JournalHeads heads(@HeaderParam("Authorization") String bearer);
}
