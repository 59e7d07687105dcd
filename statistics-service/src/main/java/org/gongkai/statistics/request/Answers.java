package org.gongkai.statistics.request;

import org.gongkai.statistics.lane.Position;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that say which position they stand at. */
public final class Answers {

    /** Header of every answer about counts. */
    public static final String POSITION = "Gongkai-Position";

    private Answers() {}

    /** 200 with the position that the answer stands at. */
    public static <T> RestResponse<T> at(Position position, T answer) {
        return at(position.toString(), answer);
    }

    /** The same where the answer holds the position's token already. */
    public static <T> RestResponse<T> at(String position, T answer) {
        return RestResponse.ResponseBuilder.ok(answer)
                .header(POSITION, position)
                .build();
    }
}
