package org.gongkai.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Rewrites a TrueType font so that its text is read back as it was written. A stock Chinese font draws 工 and the radical
 * ⼯ with one glyph, and what is read back then is the radical; so the map of characters is written anew without radicals
 * and compatibility ideographs, and the table of substitutions is left out. (OpenType 1.9, cmap format 12.)
 */
final class TrueTypeFile {

    private static final int LAST_CHARACTER = 0x3FFFF;
    private static final int TABLE_ENTRY = 16;
    private static final int HEADER = 12;
    private static final int GROUPS_FROM = 28;
    private static final String MAP = "cmap";
    private static final String SUBSTITUTIONS = "GSUB";

    private TrueTypeFile() {}

    /** Whether a character is one of those that a clean font does not have. */
    static boolean misread(int character) {
        return character >= 0x2E80 && character <= 0x2FDF
                || character == 0x2E3A
                || character == 0x2E3B
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0x2F800 && character <= 0x2FA1F;
    }

    static TrueTypeFont parse(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }

    /** The same font with what {@link #misread} names left out of its map. */
    static byte[] cleaned(byte[] font) throws IOException {
        SortedMap<Integer, Integer> glyphs = glyphs(font);
        glyphs.keySet().removeIf(TrueTypeFile::misread);
        return withMap(font, glyphs);
    }

    /** Which glyph each character has. */
    static SortedMap<Integer, Integer> glyphs(byte[] font) throws IOException {
        SortedMap<Integer, Integer> glyphs = new TreeMap<>();
        try (TrueTypeFont parsed = parse(font)) {
            CmapLookup map = parsed.getUnicodeCmapLookup();
            for (int character = 1; character <= LAST_CHARACTER; character++) {
                int glyph = map.getGlyphId(character);
                if (glyph != 0) {
                    glyphs.put(character, glyph);
                }
            }
        }
        return glyphs;
    }

    /** The same font with this map of characters to glyphs, and without substitutions. */
    static byte[] withMap(byte[] font, SortedMap<Integer, Integer> glyphs) throws IOException {
        Map<String, byte[]> tables = tables(font);
        tables.remove(SUBSTITUTIONS);
        tables.put(MAP, map(glyphs));
        return font(ByteBuffer.wrap(font).getInt(), tables);
    }

    /** A font of these tables. */
    static byte[] font(int version, Map<String, byte[]> tables) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(written);
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        out.writeInt(version);
        out.writeShort(count);
        out.writeShort(power * TABLE_ENTRY);
        out.writeShort(Integer.numberOfTrailingZeros(power));
        out.writeShort((count - power) * TABLE_ENTRY);
        int offset = HEADER + count * TABLE_ENTRY;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            out.write(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(checksum(table.getValue()));
            out.writeInt(offset);
            out.writeInt(table.getValue().length);
            offset += padded(table.getValue().length);
        }
        for (byte[] table : tables.values()) {
            out.write(Arrays.copyOf(table, padded(table.length)));
        }
        return written.toByteArray();
    }

    /** Tables by their names, in the order in which a font lists them. */
    static Map<String, byte[]> tables(byte[] font) {
        ByteBuffer in = ByteBuffer.wrap(font);
        Map<String, byte[]> tables = new TreeMap<>();
        int count = in.getShort(4);
        for (int entry = HEADER; entry < HEADER + count * TABLE_ENTRY; entry += TABLE_ENTRY) {
            String name = new String(font, entry, 4, StandardCharsets.ISO_8859_1);
            int from = in.getInt(entry + 8);
            tables.put(name, Arrays.copyOfRange(font, from, from + in.getInt(entry + 12)));
        }
        return tables;
    }

    private static byte[] map(SortedMap<Integer, Integer> glyphs) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        DataOutputStream groups = new DataOutputStream(written);
        int first = 0;
        int last = 0;
        for (Map.Entry<Integer, Integer> next : glyphs.entrySet()) {
            int character = next.getKey();
            boolean follows =
                    last > 0 && character == last + 1 && next.getValue() - glyphs.get(first) == character - first;
            if (!follows) {
                group(groups, first, last, glyphs);
                first = character;
            }
            last = character;
        }
        group(groups, first, last, glyphs);
        ByteBuffer table = ByteBuffer.allocate(GROUPS_FROM + written.size());
        table.putShort((short) 0).putShort((short) 1); // one subtable
        table.putShort((short) 3).putShort((short) 10).putInt(HEADER); // Windows, all of Unicode
        table.putShort((short) 12).putShort((short) 0);
        table.putInt(GROUPS_FROM - HEADER + written.size()).putInt(0).putInt(written.size() / HEADER);
        return table.put(written.toByteArray()).array();
    }

    private static void group(DataOutputStream out, int first, int last, SortedMap<Integer, Integer> glyphs)
            throws IOException {
        if (last > 0) {
            out.writeInt(first);
            out.writeInt(last);
            out.writeInt(glyphs.get(first));
        }
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int checksum(byte[] table) {
        ByteBuffer words = ByteBuffer.wrap(Arrays.copyOf(table, padded(table.length)));
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }
}
