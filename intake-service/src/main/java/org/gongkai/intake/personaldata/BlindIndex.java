package org.gongkai.intake.personaldata;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/**
 * Keyed digests by which equals are found without opening anything: HMAC-SHA256, 16 bytes. Equal texts have equal digests,
 * and that is all that the database learns; without the key none can be made or tried.
 */
@Startup
@Singleton
public class BlindIndex {

    /** Length of a digest in bytes. */
    static final int BYTES = 16;

    private final PrfSet digests;

    @Inject
    BlindIndex(PersonalDataSettings settings) {
        this(Keysets.read("gongkai.personal-data.index-keyset", settings.indexKeyset(), "HMAC_SHA256_PRF"));
    }

    BlindIndex(KeysetHandle keys) {
        try {
            this.digests = keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new Keysets.KeysMissing(
                    "Personal data cannot be found: gongkai.personal-data.index-keyset names a keyset of another kind; make"
                            + " one of HMAC_SHA256_PRF.");
        }
    }

    /** Of the number of an identity document; null for null. */
    public byte[] ofIdentityDocument(String number) {
        return of("identity-document", number);
    }

    /** Of a text; null for null. */
    public byte[] ofText(String text) {
        return of("text", text);
    }

    /** Of a file of a case, by all that makes it the same one; as it is written, since names are told apart by their letters. */
    public byte[] ofFile(UUID application, String kind, String name, String sha256) {
        return digest("file", String.join("\0", application.toString(), kind, sha256, name));
    }

    private byte[] of(String what, String text) {
        return text == null ? null : digest(what, normal(text));
    }

    private byte[] digest(String what, String text) {
        try {
            return digests.computePrimary((what + '\0' + text).getBytes(StandardCharsets.UTF_8), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no digest of " + what, e);
        }
    }

    /** Full width becomes half, letters upper case, blanks go: what two clerks type of the same document is equal. */
    public static String normal(String text) {
        String narrow = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder dense = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char next = narrow.charAt(i);
            if (!Character.isWhitespace(next) && !Character.isSpaceChar(next)) {
                dense.append(next);
            }
        }
        return dense.toString().toUpperCase(Locale.ROOT);
    }
}
