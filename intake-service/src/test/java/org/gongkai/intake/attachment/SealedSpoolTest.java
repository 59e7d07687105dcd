package org.gongkai.intake.attachment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedSpoolTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final long MOST = 4L * ChunkSeal.PLAIN;

    private static SealedSpool spool(byte[] content, ChunkSeal seal) throws IOException {
        return SealedSpool.of(new ByteArrayInputStream(content), MOST, seal).orElseThrow();
    }

    private static List<byte[]> pieces(byte[] content, ChunkSeal seal) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        try (SealedSpool spool = spool(content, seal)) {
            for (int number = 0; number < spool.chunks(); number++) {
                pieces.add(spool.sealed(number));
            }
        }
        return pieces;
    }

    /** As an attachment is read again. */
    private static byte[] opened(List<byte[]> pieces, ChunkSeal seal) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int number = 0; number < pieces.size(); number++) {
            all.write(seal.open(number, number == pieces.size() - 1, pieces.get(number)));
        }
        return all.toByteArray();
    }

    @Test
    void what_was_taken_is_opened_again_at_below_and_above_the_bounds_of_pieces() throws Exception {
        int whole = ChunkSeal.PLAIN;
        for (int bytes : new int[] {1, whole - 1, whole, whole + 1, 2 * whole, 2 * whole + 5, 4 * whole}) {
            ChunkSeal seal = ChunkSeal.fresh(ONE);
            byte[] content = FileFixtures.pdf(Math.max(bytes, 9), bytes);
            List<byte[]> pieces = pieces(content, seal);

            assertArrayEquals(content, opened(pieces, ChunkSeal.of(ONE, seal.key())));
            assertEquals((content.length + whole - 1) / whole, pieces.size());
            pieces.forEach(piece -> assertTrue(piece.length <= ChunkSeal.SEALED));
            try (SealedSpool spool = spool(content, seal)) {
                assertEquals(content.length, spool.length());
                assertEquals(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
                        spool.sha256());
            }
        }
    }

    @Test
    void it_is_read_at_any_place_and_not_beyond_its_end() throws IOException {
        byte[] content = FileFixtures.pdf(3 * ChunkSeal.PLAIN - 7, 3);
        try (SealedSpool spool = spool(content, ChunkSeal.fresh(ONE))) {
            for (long at : new long[] {0, 5, ChunkSeal.PLAIN - 3, 2L * ChunkSeal.PLAIN, content.length - 2}) {
                for (int most : new int[] {0, 1, 10, ChunkSeal.PLAIN + 10}) {
                    byte[] expected = Arrays.copyOfRange(content, (int) at, Math.min((int) at + most, content.length));
                    assertArrayEquals(expected, spool.read(at, most), at + " " + most);
                }
            }
            assertEquals(0, spool.read(content.length, 10).length);
            assertEquals(0, spool.read(content.length + 100, 10).length);
        }
    }

    @Test
    void what_is_longer_is_not_taken_and_what_is_empty_has_no_pieces() throws IOException {
        ChunkSeal seal = ChunkSeal.fresh(ONE);
        InputStream longer = new ByteArrayInputStream(FileFixtures.pdf((int) MOST + 1, 4));
        assertTrue(SealedSpool.of(longer, MOST, seal).isEmpty());
        try (SealedSpool spool = spool(new byte[0], seal)) {
            assertEquals(0, spool.length());
            assertEquals(0, spool.chunks());
        }
    }

    @Test
    void a_piece_that_was_cut_off_swapped_changed_or_brought_from_elsewhere_does_not_open() throws IOException {
        ChunkSeal seal = ChunkSeal.fresh(ONE);
        List<byte[]> pieces = pieces(FileFixtures.pdf(3 * ChunkSeal.PLAIN, 5), seal);

        refused(pieces.subList(0, 2), seal);
        refused(pieces.subList(1, 3), seal);
        refused(List.of(pieces.get(1), pieces.get(0), pieces.get(2)), seal);
        refused(List.of(pieces.get(0), pieces.get(0), pieces.get(2)), seal);
        refused(List.of(pieces.get(0), pieces.get(1), pieces.get(2), pieces.get(2)), seal);
        byte[] changed = pieces.get(1).clone();
        changed[100] ^= 1;
        refused(List.of(pieces.get(0), changed, pieces.get(2)), seal);
        byte[] shortened = Arrays.copyOf(pieces.get(2), pieces.get(2).length - 1);
        refused(List.of(pieces.get(0), pieces.get(1), shortened), seal);

        refused(pieces, ChunkSeal.fresh(ONE));
        // the very key, for another attachment
        refused(pieces, ChunkSeal.of(new UUID(1, 2), seal.key()));
    }

    private static void refused(List<byte[]> pieces, ChunkSeal seal) {
        assertThrows(IOException.class, () -> opened(pieces, seal));
    }

    @Test
    void nothing_of_the_content_can_be_read_in_the_pieces_and_equal_contents_are_not_seen_to_be_equal()
            throws IOException {
        String planted = "演示人甲 13800138000";
        byte[] content = planted.repeat(20_000).getBytes(StandardCharsets.UTF_8);
        List<byte[]> pieces = pieces(content, ChunkSeal.fresh(ONE));
        for (byte[] piece : pieces) {
            assertFalse(new String(piece, StandardCharsets.UTF_8).contains("13800138000"));
        }
        assertFalse(Arrays.equals(
                pieces.get(0), pieces(content, ChunkSeal.fresh(ONE)).get(0)));
    }

    @Test
    void a_caller_that_goes_away_is_told_apart_from_a_disk_that_fails() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThrows(SealedSpool.BrokenOff.class, () -> SealedSpool.of(broken, MOST, ChunkSeal.fresh(ONE)));
    }
}
