package org.gongkai.intake.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** FileFixtures of each type, as small as they can be, and contents that only look like them. */
final class FileFixtures {

    static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int SECTOR = 512;
    private static final int END = -2;

    private FileFixtures() {}

    /** A content in memory. */
    record Bytes(byte[] all) implements Content {

        @Override
        public long length() {
            return all.length;
        }

        @Override
        public byte[] read(long at, int most) {
            int from = (int) Math.min(at, all.length);
            return Arrays.copyOfRange(all, from, (int) Math.min((long) from + most, all.length));
        }
    }

    /** So many bytes that begin as a PDF does, no two alike. */
    static byte[] pdf(int bytes, long seed) {
        byte[] all = new byte[bytes];
        new Random(seed).nextBytes(all);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, all, 0, head.length);
        return all;
    }

    static byte[] jpeg() {
        return padded((byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, (byte) 0, (byte) 16, (byte) 'J', (byte) 'F');
    }

    static byte[] png() {
        return padded((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G', (byte) 13, (byte) 10, (byte) 26, (byte) 10);
    }

    static byte[] tiff() {
        return padded((byte) 'I', (byte) 'I', (byte) 42, (byte) 0, (byte) 8, (byte) 0, (byte) 0, (byte) 0);
    }

    private static byte[] padded(byte... head) {
        return Arrays.copyOf(head, 200);
    }

    /** With entries of these names, each of a few bytes. */
    static byte[] zip(String... names) {
        return zip(10, names);
    }

    /** Each of so many zeros, which pack to nothing. */
    static byte[] zip(int zeros, String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] part = new byte[Math.min(zeros, 1 << 20)];
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                for (int left = zeros; left > 0; left -= part.length) {
                    zip.write(part, 0, Math.min(left, part.length));
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] docx() {
        return zip(CONTENT_TYPES, "_rels/.rels", "word/document.xml");
    }

    static byte[] ofd() {
        return zip("OFD.xml", "Doc_0/Document.xml");
    }

    /** As a program writes it. */
    static byte[] xlsx() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("一").value(0, 0, "演示");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An OLE2 container with these entries, whose directory stands in the first sector after the table. */
    static byte[] ole(String... names) {
        return ole(1, END, names);
    }

    /** Likewise in that sector, which another follows; beyond 109 tables the header names a table of tables. */
    static byte[] ole(int directory, int following, String... names) {
        ByteBuffer file = ByteBuffer.allocate((directory + 3) * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        for (int free = SECTOR; free < file.limit(); free += Integer.BYTES) {
            file.putInt(free, -1);
        }
        file.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        file.putShort(30, (short) 9).putInt(48, directory).putInt(68, END);
        for (int i = 0; i < 109; i++) {
            file.putInt(76 + i * Integer.BYTES, -1);
        }
        int table = directory / (SECTOR / Integer.BYTES);
        if (table < 109) {
            file.putInt(76 + table * Integer.BYTES, 0);
        } else {
            int tables = directory + 1;
            file.putInt(68, tables).putInt(at(tables) + (table - 109) * Integer.BYTES, 0);
            file.putInt(at(tables) + SECTOR - Integer.BYTES, END);
        }
        file.putInt(at(0) + directory % (SECTOR / Integer.BYTES) * Integer.BYTES, following);
        for (int i = 0; i < SECTOR; i += 128) {
            entry(file, at(directory) + i, i / 128 < names.length ? names[i / 128] : "");
        }
        return file.array();
    }

    private static int at(int sector) {
        return (sector + 1) * SECTOR;
    }

    private static void entry(ByteBuffer file, int at, String name) {
        byte[] letters = name.getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i < 128; i++) {
            file.put(at + i, i < letters.length ? letters[i] : 0);
        }
        file.putShort(at + 64, (short) (name.isEmpty() ? 0 : letters.length + 2));
    }
}
