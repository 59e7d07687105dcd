package org.gongkai.intake.personaldata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    @BeforeAll
    static void register() throws Exception {
        AeadConfig.register();
        PrfConfig.register();
    }

    private static Seal seal() throws Exception {
        return new Seal(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    private static BlindIndex index() throws Exception {
        return new BlindIndex(KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
    }

    @Test
    void what_was_sealed_is_opened_and_stands_nowhere_in_what_is_kept() throws Exception {
        Seal seal = seal();
        String text = "演示人甲 13800138000";

        byte[] sealed = seal.seal(text, ONE, "contact");

        assertEquals(text, seal.open(sealed, ONE, "contact"));
        assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("13800138000"));
        assertEquals(text.getBytes(StandardCharsets.UTF_8).length + Seal.OVERHEAD, sealed.length);
        assertFalse(Arrays.equals(sealed, seal.seal(text, ONE, "contact")), "equal texts are seen to be equal");
    }

    @Test
    void a_value_moved_to_another_field_or_record_or_changed_does_not_open() throws Exception {
        Seal seal = seal();
        byte[] sealed = seal.seal("演示人甲", ONE, "applicant_name");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThrows(IllegalStateException.class, () -> seal.open(sealed, OTHER, "applicant_name"));
        assertThrows(IllegalStateException.class, () -> seal.open(sealed, ONE, "contact"));
        assertThrows(IllegalStateException.class, () -> seal.open(changed, ONE, "applicant_name"));
    }

    @Test
    void nothing_stays_nothing_and_the_empty_text_is_a_text() throws Exception {
        Seal seal = seal();
        assertNull(seal.seal(null, ONE, "delivery"));
        assertNull(seal.open(null, ONE, "delivery"));
        assertEquals("", seal.open(seal.seal("", ONE, "delivery"), ONE, "delivery"));
        assertNull(index().ofIdentityDocument(null));
        assertNull(index().ofText(null));
    }

    @Test
    void the_same_document_typed_otherwise_has_the_same_digest() throws Exception {
        BlindIndex index = index();
        byte[] digest = index.ofIdentityDocument("62280119900101123X");

        assertEquals(BlindIndex.BYTES, digest.length);
        assertArrayEquals(digest, index.ofIdentityDocument(" 622801 19900101 123x\u3000"));
        assertArrayEquals(digest, index.ofIdentityDocument("６２２８０１１９９００１０１１２３ｘ"));
        assertFalse(Arrays.equals(digest, index.ofIdentityDocument("622801199001011231")));
        assertFalse(Arrays.equals(digest, index.ofText("62280119900101123X")), "a text is no document");
        assertFalse(Arrays.equals(digest, index().ofIdentityDocument("62280119900101123X")), "made without the key");
    }

    @Test
    void without_a_keyset_it_is_said_what_to_set() {
        Keysets.KeysMissing none = missing(Optional.empty());
        assertTrue(none.getMessage().contains("GONGKAI_PERSONAL_DATA_KEYSET"), none.getMessage());
        Keysets.KeysMissing nowhere = missing(Optional.of("file:no/such/file.json"));
        assertTrue(nowhere.getMessage().contains("no/such/file.json cannot be read"), nowhere.getMessage());
        Keysets.KeysMissing other = missing(Optional.of("file:pom.xml"));
        assertTrue(other.getMessage().contains("is no such keyset"), other.getMessage());
    }

    private static Keysets.KeysMissing missing(Optional<String> address) {
        return assertThrows(
                Keysets.KeysMissing.class, () -> Keysets.read("gongkai.personal-data.keyset", address, "AES256_GCM"));
    }

    @Test
    void a_keyset_of_another_kind_is_refused() throws Exception {
        KeysetHandle digests = KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF);
        assertThrows(Keysets.KeysMissing.class, () -> new Seal(digests));
    }

    @Test
    void the_keys_of_the_tests_are_read_from_their_files() {
        Keysets.read("x", Optional.of("file:src/test/resources/keys/personal-data.json"), "");
        Keysets.read(
                "x",
                Optional.of(Path.of("src/test/resources/keys/personal-data-index.json")
                        .toUri()
                        .toString()),
                "");
    }
}
