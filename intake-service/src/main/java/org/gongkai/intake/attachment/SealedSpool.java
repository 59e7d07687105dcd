package org.gongkai.intake.attachment;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A body as it came, already in the sealed pieces that are to be kept, so that it is neither whole in memory nor readable on
 * the disk, and no connection to the database waits for a slow caller. The file has no name from its beginning: it goes with
 * the process, however that ends.
 */
final class SealedSpool implements Content, Closeable {

    private final ChunkSeal seal;
    private final FileChannel file;
    private final MessageDigest digest = newDigest();
    private long length;
    private int chunks;
    private String sha256;
    private int cachedNumber = -1;
    private byte[] cached = new byte[0];

    private SealedSpool(ChunkSeal seal) throws IOException {
        this.seal = seal;
        Path path = Files.createTempFile("attachment", ".sealed");
        try {
            this.file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    /** The caller went away, or sent less than it said. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    /** All of it; empty where it is longer than that. */
    static Optional<SealedSpool> of(InputStream body, long most, ChunkSeal seal) throws IOException {
        SealedSpool spool = new SealedSpool(seal);
        boolean whole = false;
        try {
            whole = spool.take(body, most);
            return whole ? Optional.of(spool) : Optional.empty();
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    private boolean take(InputStream body, long most) throws IOException {
        byte[] part = next(body);
        while (part.length > 0) {
            length += part.length;
            if (length > most) {
                return false;
            }
            digest.update(part);
            byte[] following = part.length < ChunkSeal.PLAIN ? new byte[0] : next(body);
            write(seal.seal(chunks++, following.length == 0, part));
            part = following;
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
        return true;
    }

    private static byte[] next(InputStream body) throws BrokenOff {
        try {
            return body.readNBytes(ChunkSeal.PLAIN);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    private void write(byte[] sealed) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(sealed);
        while (left.hasRemaining()) {
            file.write(left);
        }
    }

    int chunks() {
        return chunks;
    }

    /** Of the plain content, in hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    @Override
    public long length() {
        return length;
    }

    /** A piece as it is to be kept. */
    byte[] sealed(int number) throws IOException {
        long from = (long) number * ChunkSeal.SEALED;
        ByteBuffer into = ByteBuffer.allocate((int) Math.min(ChunkSeal.SEALED, file.size() - from));
        while (into.hasRemaining() && file.read(into, from + into.position()) >= 0) {
            // until it is all there
        }
        return into.array();
    }

    @Override
    public byte[] read(long at, int most) throws IOException {
        byte[] read = new byte[(int) Math.max(0, Math.min(most, length - at))];
        int done = 0;
        while (done < read.length) {
            int number = (int) ((at + done) / ChunkSeal.PLAIN);
            int within = (int) ((at + done) % ChunkSeal.PLAIN);
            byte[] piece = plain(number);
            int part = Math.min(read.length - done, piece.length - within);
            System.arraycopy(piece, within, read, done, part);
            done += part;
        }
        return read;
    }

    private byte[] plain(int number) throws IOException {
        if (number != cachedNumber) {
            cached = seal.open(number, number == chunks - 1, sealed(number));
            cachedNumber = number;
        }
        return cached;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(cached, (byte) 0);
        file.close();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
