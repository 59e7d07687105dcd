package org.gongkai.report.edition;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import io.smallrye.jwt.util.ResourceUtils;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Signs the manifest of an edition with a key that comes from outside: a JWS (RFC 7515) whose payload is detached, for the
 * manifest stands beside it.
 */
@Startup
@Singleton
class Signing {

    private static final String TO_SET =
            "gongkai.editions.signing-key must be the address of a private key, PKCS#8 in PEM, RSA or EC on P-256: ";

    private final PrivateKey key;
    private final String keyId;

    @Inject
    Signing(SigningSettings settings) {
        this.key = settings.signingKey().map(Signing::read).orElse(null);
        this.keyId = settings.signingKeyId().orElse(null);
    }

    /** The signature of a manifest, {@code header..signature}; empty where no key is set. */
    Optional<String> sign(String manifest) {
        if (key == null) {
            return Optional.empty();
        }
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(manifest);
        signature.setAlgorithmHeaderValue(
                key instanceof ECPrivateKey
                        ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256
                        : AlgorithmIdentifiers.RSA_USING_SHA256);
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        signature.setKey(key);
        try {
            return Optional.of(signature.getDetachedContentCompactSerialization());
        } catch (JoseException e) {
            throw new IllegalStateException("an edition cannot be signed", e);
        }
    }

    private static PrivateKey read(String location) {
        String pem;
        try {
            pem = ResourceUtils.readResource(location);
        } catch (IOException e) {
            throw new IllegalStateException(TO_SET + location, e);
        }
        if (pem == null) {
            throw new IllegalStateException(TO_SET + location + " cannot be read");
        }
        try {
            return KeyUtils.decodePrivateKey(pem, SignatureAlgorithm.RS256);
        } catch (GeneralSecurityException | IllegalArgumentException notRsa) {
            try {
                return KeyUtils.decodePrivateKey(pem, SignatureAlgorithm.ES256);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalStateException(TO_SET + location, e);
            }
        }
    }
}
