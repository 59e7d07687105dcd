package org.gongkai.report.pdf;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Documents to print: their fonts, and how many are made at once. */
@ConfigMapping(prefix = "gongkai.document")
public interface DocumentSettings {

    /** Directory of TrueType fonts to use instead of the open ones, found by the names of their families. */
    Optional<String> fonts();

    /** Documents made at once. */
    @WithDefault("2")
    int atOnce();

    /** Documents that may wait for that; one more is refused. */
    @WithDefault("8")
    int mostWaiting();

    /** How long one waits before it is refused. */
    @WithDefault("20s")
    Duration longestWait();
}
