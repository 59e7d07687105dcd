package org.gongkai.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs tokens (RS256, {@code iss urn:gongkai:local}, {@code aud gongkai}) valid for a day. */
public final class Tokens {

    /** The roles that services know. */
    public static final List<String> ROLES = List.of("recorder", "reader", "office", "admin", "system");

    private static final float VALID_MINUTES = 24 * 60;

    private final PrivateKey key;

    private Tokens(PrivateKey key) {
        this.key = key;
    }

    /** Signs with a PKCS#8 PEM file. */
    public static Tokens signedWith(Path privateKey) {
        try {
            String body = Files.readString(privateKey)
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
            return new Tokens(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body))));
        } catch (IOException | GeneralSecurityException e) {
            throw new Sentence("Cannot read the key " + privateKey + ": " + e.getMessage());
        }
    }

    /** A token of one role; the claim {@code organisation} is left out where it is null. */
    public String token(String role, String organisation) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("urn:gongkai:local");
        claims.setAudience("gongkai");
        claims.setSubject("local-" + role);
        claims.setStringListClaim("groups", List.of(role));
        if (organisation != null) {
            claims.setStringClaim("organisation", organisation);
        }
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(VALID_MINUTES);
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
