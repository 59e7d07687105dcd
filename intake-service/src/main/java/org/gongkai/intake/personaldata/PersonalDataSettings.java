package org.gongkai.intake.personaldata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the keys of personal data are; both are needed, and neither is made by the service. */
@ConfigMapping(prefix = "gongkai.personal-data")
public interface PersonalDataSettings {

    /** {@code file:} address of the Tink keyset (JSON, AES-256-GCM) that seals personal data. */
    Optional<String> keyset();

    /** {@code file:} address of the Tink keyset (JSON, HMAC-SHA256 PRF) by which equal ones are found. */
    Optional<String> indexKeyset();

    /** While the keyset holds more than one key: how often rows are looked for that another than the primary sealed. */
    @WithDefault("10m")
    Duration resealInterval();
}
