package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.gongkai.embedded.RsaKeyFiles;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    @TempDir
    Path directory;

    private RsaKeyFiles keys;

    @BeforeEach
    void make_keys() {
        keys = RsaKeyFiles.in(directory);
    }

    @Test
    void a_token_says_who_signed_it_for_whom_the_role_and_the_organisation() throws Exception {
        JwtClaims claims = read(Tokens.signedWith(keys.privateKey()).token("recorder", "621000-01"));

        assertEquals("urn:gongkai:local", claims.getIssuer());
        assertEquals(List.of("gongkai"), claims.getAudience());
        assertEquals(List.of("recorder"), claims.getStringListClaimValue("groups"));
        assertEquals("621000-01", claims.getStringClaimValue("organisation"));
    }

    @Test
    void a_token_is_valid_for_a_day() throws Exception {
        JwtClaims claims = read(Tokens.signedWith(keys.privateKey()).token("admin", "*"));

        assertEquals(
                24 * 60 * 60,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @Test
    void without_an_organisation_the_claim_is_left_out() throws Exception {
        JwtClaims claims = read(Tokens.signedWith(keys.privateKey()).token("reader", null));

        assertFalse(claims.hasClaim("organisation"));
    }

    @Test
    void every_role_gets_a_token_and_no_two_tokens_are_the_same() throws Exception {
        Tokens tokens = Tokens.signedWith(keys.privateKey());
        for (String role : Tokens.ROLES) {
            assertEquals(List.of(role), read(tokens.token(role, "*")).getStringListClaimValue("groups"));
        }
        assertEquals(
                2,
                Set.of(tokens.token("admin", "*"), tokens.token("admin", "*")).size());
    }

    @Test
    void another_systems_key_does_not_verify_it() {
        RsaKeyFiles others = RsaKeyFiles.in(directory.resolve("others"));
        String token = Tokens.signedWith(others.privateKey()).token("admin", "*");

        assertThrows(InvalidJwtException.class, () -> read(token));
    }

    @Test
    void a_missing_or_broken_key_is_one_sentence() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n");

        for (Path key : List.of(broken, directory.resolve("missing.pem"))) {
            Sentence refused = assertThrows(Sentence.class, () -> Tokens.signedWith(key));
            assertTrue(refused.getMessage().startsWith("Cannot read the key " + key), refused.getMessage());
        }
    }

    private JwtClaims read(String token) throws Exception {
        String body = Files.readString(keys.publicKey())
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer("urn:gongkai:local")
                .setExpectedAudience("gongkai")
                .setRequireExpirationTime()
                .build();
        return consumer.processToClaims(token);
    }
}
