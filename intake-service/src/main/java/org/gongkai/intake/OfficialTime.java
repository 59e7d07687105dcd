package org.gongkai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The clock of the whole service: a day is a day in Asia/Shanghai. */
public final class OfficialTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private OfficialTime() {}

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.system(ZONE);
    }

    /** The same instant with the offset of Asia/Shanghai. */
    public static OffsetDateTime of(OffsetDateTime instant) {
        return instant.atZoneSameInstant(ZONE).toOffsetDateTime();
    }
}
