package org.gongkai.report.edition;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How editions are signed. */
@ConfigMapping(prefix = "gongkai.editions")
public interface SigningSettings {

    /** Address of the private key (PKCS#8, PEM; RSA, or EC on P-256) that signs editions; without it none is signed. */
    Optional<String> signingKey();

    /** What a signature names its key by ({@code kid}), so that its public half can be found. */
    Optional<String> signingKeyId();
}
