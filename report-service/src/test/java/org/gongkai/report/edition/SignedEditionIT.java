package org.gongkai.report.edition;

import static org.gongkai.report.edition.EditionCalls.freeze;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.smallrye.jwt.util.KeyUtils;
import io.smallrye.jwt.util.ResourceUtils;
import java.security.PublicKey;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.report.testing.Counting;
import org.gongkai.report.testing.StatisticsAnswers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

/** With a key: the manifest of an edition is signed, and whoever has the public half can tell. */
@QuarkusTest
@TestProfile(SignedEditionIT.WithKey.class)
@WithInfrastructure(database = "report")
@WithTestResource(StatisticsAnswers.class)
class SignedEditionIT {

    /** The key that signs the tests' tokens. */
    public static final class WithKey implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gongkai.editions.signing-key", "${smallrye.jwt.sign.key.location}",
                    "gongkai.editions.signing-key-id", "office-2022");
        }
    }

    @Test
    void an_edition_is_signed_with_the_hash_of_each_file_and_a_changed_line_is_noticed() throws Exception {
        Counting.of("SIGNED-1", 2021);

        Response edition = freeze("SIGNED-1");

        String manifest = edition.path("signature.manifest");
        Map<String, Map<String, Object>> formats = edition.path("formats");
        assertTrue(formats.size() > 2);
        formats.forEach((suffix, file) ->
                assertTrue(manifest.contains("\n" + suffix + ": " + file.get("sha256") + "\n"), manifest));
        assertTrue(manifest.startsWith("organisation: SIGNED-1\nyear: 2021\nedition: 1\n"), manifest);
        JsonWebSignature signature = signature(edition.path("signature.jws"), manifest);
        assertTrue(signature.verifySignature());
        assertEquals("office-2022", signature.getKeyIdHeaderValue());
        assertFalse(signature(edition.path("signature.jws"), manifest.replace("edition: 1", "edition: 2"))
                .verifySignature());
    }

    private static JsonWebSignature signature(String jws, String manifest) throws Exception {
        PublicKey key = KeyUtils.decodePublicKey(ResourceUtils.readResource(
                ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey.location", String.class)));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        signature.setPayload(manifest);
        signature.setKey(key);
        return signature;
    }
}
