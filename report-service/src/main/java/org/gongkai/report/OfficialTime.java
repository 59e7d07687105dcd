package org.gongkai.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** The clock of the whole service: a day is a day in Asia/Shanghai. */
final class OfficialTime {

    @Produces
    @ApplicationScoped
    static Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
