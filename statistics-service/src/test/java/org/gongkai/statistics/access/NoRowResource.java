package org.gongkai.statistics.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A resource of the tests that names no row of the access table, as somebody might forget to. */
@Path("/no-row")
public class NoRowResource {

    /** Never answered. */
    @GET
    @Operation(hidden = true)
    public String get() {
        return "";
    }
}
