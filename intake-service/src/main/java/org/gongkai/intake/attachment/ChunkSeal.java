package org.gongkai.intake.attachment;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Seals the pieces of one attachment: AES-256-GCM under a key of its own; the attachment's id, the piece's number and
 * whether it is the last are associated data, so that a piece that was swapped, cut off or brought from elsewhere does not
 * open.
 */
final class ChunkSeal {

    /** Bytes that a sealed piece may have: 256 KB. */
    static final int SEALED = 262_144;

    /** Bytes that a sealed piece is longer: nonce 12, tag 16. */
    static final int OVERHEAD = 28;

    /** Bytes of every piece but the last. */
    static final int PLAIN = SEALED - OVERHEAD;

    private static final int KEY_BYTES = 32;

    private final UUID attachment;
    private final byte[] key;
    private final AesGcmJce cipher;

    private ChunkSeal(UUID attachment, byte[] key) {
        this.attachment = attachment;
        this.key = key;
        try {
            this.cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal attachment " + attachment, e);
        }
    }

    /** With a new key. */
    static ChunkSeal fresh(UUID attachment) {
        return new ChunkSeal(attachment, Random.randBytes(KEY_BYTES));
    }

    /** With a key of before. */
    static ChunkSeal of(UUID attachment, String key) {
        return new ChunkSeal(attachment, Base64.getDecoder().decode(key));
    }

    /** To be kept, itself sealed. */
    String key() {
        return Base64.getEncoder().encodeToString(key);
    }

    byte[] seal(int number, boolean last, byte[] plain) {
        try {
            return cipher.encrypt(plain, associated(number, last));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal piece " + number + " of attachment " + attachment, e);
        }
    }

    byte[] open(int number, boolean last, byte[] sealed) throws IOException {
        try {
            return cipher.decrypt(sealed, associated(number, last));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "piece " + number + " of attachment " + attachment + " does not open: it was changed", e);
        }
    }

    private byte[] associated(int number, boolean last) {
        return ByteBuffer.allocate(21)
                .putLong(attachment.getMostSignificantBits())
                .putLong(attachment.getLeastSignificantBits())
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }
}
