package org.gongkai.intake.personaldata;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadKey;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Seals one field of one record: AES-256-GCM, the record's id and the field's name as associated data, so that a value that
 * was moved to another field or record does not open. A sealed value says in its prefix which key of the keyset sealed it.
 */
@Startup
@Singleton
public class Seal {

    /** Bytes that a sealed value is longer than its text: prefix 5, nonce 12, tag 16. */
    static final int OVERHEAD = 33;

    /** Bytes of a sealed value that say which key sealed it. */
    static final int PREFIX = 5;

    private final Aead aead;
    private final int primary;
    private final byte[] prefix;
    private final Set<Integer> keys;

    @Inject
    Seal(PersonalDataSettings settings) {
        this(Keysets.read("gongkai.personal-data.keyset", settings.keyset(), "AES256_GCM"));
    }

    Seal(KeysetHandle keys) {
        try {
            this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.primary = keys.getPrimary().getId();
            this.prefix =
                    ((AeadKey) keys.getPrimary().getKey()).getOutputPrefix().toByteArray();
            this.keys = IntStream.range(0, keys.size())
                    .map(i -> keys.getAt(i).getId())
                    .boxed()
                    .collect(Collectors.toSet());
        } catch (GeneralSecurityException e) {
            throw new Keysets.KeysMissing(
                    "Personal data cannot be sealed: gongkai.personal-data.keyset names a keyset of another kind; make one of"
                            + " AES256_GCM.");
        }
        if (prefix.length != PREFIX) {
            throw new Keysets.KeysMissing("Personal data cannot be sealed: the primary key of"
                    + " gongkai.personal-data.keyset has no prefix, so values could not tell which key sealed them; make one"
                    + " of AES256_GCM, not of AES256_GCM_RAW.");
        }
    }

    /**
     * Null for null.
     *
     * @param text what nobody may read in the database
     * @param record id of the row
     * @param field name of the column
     */
    public byte[] seal(String text, UUID record, String field) {
        if (text == null) {
            return null;
        }
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), associated(record, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + field + " of " + record, e);
        }
    }

    /** The text again; null for null. */
    public String open(byte[] sealed, UUID record, String field) {
        if (sealed == null) {
            return null;
        }
        try {
            return new String(aead.decrypt(sealed, associated(record, field)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot open " + field + " of " + record
                            + ": the key that sealed it is missing in gongkai.personal-data.keyset, or it was changed",
                    e);
        }
    }

    /** Id of the key that seals now. */
    public int primaryKey() {
        return primary;
    }

    /** How every value begins that the primary key sealed. */
    byte[] prefix() {
        return prefix.clone();
    }

    /** Whether the keyset has the key that sealed this value. */
    boolean knows(byte[] sealed) {
        return keys.contains(ByteBuffer.wrap(sealed).getInt(1));
    }

    /** Whether values may be there that another key than the primary sealed. */
    boolean isRotating() {
        return keys.size() > 1;
    }

    private static byte[] associated(UUID record, String field) {
        byte[] name = field.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(16 + name.length)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .put(name)
                .array();
    }
}
