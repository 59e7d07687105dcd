package org.gongkai.intake.organisation;

import jakarta.ws.rs.GET;
import java.util.List;

/** Breaks the house rule that no entity stands in an interface; without a path, so never served. */
final class EntityInTheApi {

    @GET
    public List<Organisation> rows() {
        return List.of();
    }
}
