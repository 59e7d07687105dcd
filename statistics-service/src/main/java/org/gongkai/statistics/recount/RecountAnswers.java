package org.gongkai.statistics.recount;

import java.net.URI;
import java.sql.SQLException;
import org.gongkai.statistics.problem.Problem;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Parameters;
import org.jboss.resteasy.reactive.RestResponse;

/** What both kinds of recount answer alike. */
final class RecountAnswers {

    private RecountAnswers() {}

    /** 202: it is under way, at this path. */
    static RestResponse<RecountView> accepted(String path, RecountView recount) {
        return RestResponse.ResponseBuilder.<RecountView>create(RestResponse.Status.ACCEPTED)
                .entity(recount)
                .location(URI.create(path + recount.id()))
                .build();
    }

    /** The recount of an id, 404 where it is for another purpose or there is none. */
    static Recount known(Recounts recounts, Purpose purpose, String id) throws SQLException {
        return recounts.byId(Parameters.id("id", id))
                .filter(recount -> recount.purpose() == purpose)
                .orElseThrow(() -> Refused.with(Problem.UNKNOWN_RECOUNT, id));
    }
}
