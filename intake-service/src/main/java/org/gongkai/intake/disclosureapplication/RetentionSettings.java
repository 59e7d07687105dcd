package org.gongkai.intake.disclosureapplication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How long personal data of closed cases are kept. Off unless it is set: what was erased is gone, and how long a body must keep
 * its files is said by its own schedule (机关文件材料归档范围: 10 or 30 years, or for ever), which nobody can guess.
 */
@ConfigMapping(prefix = "gongkai.retention")
public interface RetentionSettings {

    /** Years after the reply or conclusion (of what was voided or retracted: after that) when personal data are erased; absent: never. */
    OptionalInt years();

    /** How often cases are looked for whose time is over. */
    @WithDefault("1h")
    Duration interval();
}
