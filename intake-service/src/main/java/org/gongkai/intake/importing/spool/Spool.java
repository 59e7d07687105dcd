package org.gongkai.intake.importing.spool;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.problem.Parameters;

/**
 * A folder of sealed bodies. Each is AES-256-GCM in segments of 1 MB with keys derived by HKDF from a key of its own, which
 * is kept elsewhere and itself sealed; the import's id is associated data. Without that key the file is noise.
 */
public final class Spool {

    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String SUFFIX = ".sealed";
    private static final String UNFINISHED = ".unfinished";
    private static final String KEY_FIELD = "spool_key";

    private final Path folder;
    private final Seal seal;

    /**
     * @param folder is made where it is missing
     * @param seal of the keys
     */
    public Spool(Path folder, Seal seal) {
        this.folder = folder.toAbsolutePath();
        this.seal = seal;
        try {
            Files.createDirectories(this.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "gongkai.imports.directory: " + this.folder + " cannot be made; name a folder that can be written",
                    e);
        }
    }

    /**
     * A body on disk.
     *
     * @param bytes its length
     * @param key sealed; to be kept with the import
     */
    public record Spooled(long bytes, byte[] key) {}

    /** Writes all of it, sealed and synced; empty where it is longer than that. */
    public Optional<Spooled> write(UUID id, InputStream body, long most) throws IOException {
        byte[] key = Random.randBytes(KEY_BYTES);
        Path unfinished = folder.resolve(id + UNFINISHED);
        try {
            long bytes = 0;
            try (FileChannel file =
                            FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = sealing(java.nio.channels.Channels.newOutputStream(file), id, key)) {
                byte[] part = new byte[BUFFER_BYTES];
                for (int read = body.read(part); read >= 0; read = body.read(part)) {
                    bytes += read;
                    if (bytes > most) {
                        return Optional.empty();
                    }
                    out.write(part, 0, read);
                }
            }
            sync(unfinished);
            Files.move(unfinished, path(id), StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            return Optional.of(new Spooled(bytes, seal.seal(Base64.getEncoder().encodeToString(key), id, KEY_FIELD)));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The body again, from its beginning. */
    public InputStream open(UUID id, byte[] sealedKey) throws IOException {
        byte[] key = Base64.getDecoder().decode(seal.open(sealedKey, id, KEY_FIELD));
        try {
            return new BufferedInputStream(
                    cipher(key).newDecryptingStream(Files.newInputStream(path(id)), associated(id)), BUFFER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IOException("the spool of import " + id + " does not open", e);
        }
    }

    /** Whether it is here. */
    public boolean has(UUID id) {
        return Files.exists(path(id));
    }

    public void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of all that are here. */
    public Set<UUID> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            Set<UUID> ids = new HashSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> Parameters.id(name.substring(0, name.length() - SUFFIX.length())))
                    .forEach(id -> id.ifPresent(ids::add));
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what a killed process left half written. */
    public void deleteUnfinished() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(UNFINISHED)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away bodies that nobody has asked for in a long time. */
    public void deleteOlder(Instant than) {
        for (UUID id : ids()) {
            try {
                if (Files.getLastModifiedTime(path(id)).toInstant().isBefore(than)) {
                    Files.deleteIfExists(path(id));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path path(UUID id) {
        return folder.resolve(id + SUFFIX);
    }

    private static OutputStream sealing(OutputStream out, UUID id, byte[] key) throws IOException {
        try {
            return new BufferedOutputStream(cipher(key).newEncryptingStream(out, associated(id)), BUFFER_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal the spool of import " + id, e);
        }
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    private static byte[] associated(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
