package org.gongkai.intake.workingday;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a change of the calendar comes through. */
@ConfigMapping(prefix = "gongkai.calendar")
public interface CalendarSettings {

    /** How often a calendar that another replica changed is looked for. */
    @WithDefault("1s")
    Duration interval();
}
