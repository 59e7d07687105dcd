package org.gongkai.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.gongkai.report.report.ReportFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {

    private static final int RADICAL = 0x2F2F; // ⼯
    private static final int IDEOGRAPH = '工';

    @TempDir
    Path directory;

    @Test
    void an_open_font_has_no_radical_and_a_glyph_for_one_character_alone() throws IOException {
        for (Fonts.Font font : Fonts.open().first()) {
            SortedMap<Integer, Integer> glyphs = TrueTypeFile.glyphs(font.file());
            glyphs.remove(0xA0); // drawn as a space, and read back as one
            assertTrue(glyphs.keySet().stream().noneMatch(TrueTypeFile::misread), font.typeface()::family);
            assertEquals(glyphs.size(), new HashSet<>(glyphs.values()).size(), font.typeface()::family);
        }
    }

    /** GB/T 2312, both levels; names' characters of 通用规范汉字表 beyond it. */
    @Test
    void each_open_font_has_every_character_of_gb_2312() throws IOException {
        String all = gb2312() + "𬭎䶮𫖮—…“”‘’（）〔〕《》①②〇％";
        for (Fonts.Font font : Fonts.open().first()) {
            SortedMap<Integer, Integer> glyphs = TrueTypeFile.glyphs(font.file());
            assertEquals(
                    "",
                    all.codePoints()
                            .filter(character -> !glyphs.containsKey(character))
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString(),
                    font.typeface()::family);
        }
    }

    @Test
    void a_stock_font_of_the_office_is_cleaned_before_it_is_used() throws IOException {
        byte[] stock = stock("仿宋_GB2312");
        Files.write(directory.resolve("SIMFANG.TTF"), stock);
        Files.write(directory.resolve("readme.txt"), new byte[] {1});
        assertTrue(TrueTypeFile.glyphs(stock).containsKey(RADICAL));

        byte[] used = OwnFonts.in(directory).get(Typeface.FANGSONG);

        SortedMap<Integer, Integer> glyphs = TrueTypeFile.glyphs(used);
        assertFalse(glyphs.containsKey(RADICAL));
        SortedMap<Integer, Integer> rest = TrueTypeFile.glyphs(stock);
        rest.remove(RADICAL);
        assertEquals(rest, glyphs);
    }

    @Test
    void the_offices_own_font_sets_the_body_and_text_is_read_back() throws IOException {
        Files.write(directory.resolve("fangsong.ttf"), stock("仿宋_GB2312"));
        PdfFormat format = new PdfFormat(
                new Pdf.Settings(
                        Optional.of(directory.toString()),
                        Pdf.SETTINGS.atOnce(),
                        Pdf.SETTINGS.mostWaiting(),
                        Pdf.SETTINGS.longestWait()),
                new SimpleMeterRegistry());

        byte[] pdf = (byte[]) format.render(ReportFixtures.named("𬭎䶮县"));

        assertTrue(Pdf.text(pdf).contains("𬭎䶮县"));
        assertTrue(Pdf.text(pdf).codePoints().noneMatch(TrueTypeFile::misread));
        try (PDDocument read = Pdf.read(pdf)) {
            boolean own = false;
            for (var name : read.getPage(0).getResources().getFontNames()) {
                PDFont font = read.getPage(0).getResources().getFont(name);
                own |= font.getName().endsWith("FangSong_GB2312");
            }
            assertTrue(own, "the first page is not set in the office's font");
        }
    }

    @Test
    void a_font_that_cannot_be_used_is_told_by_its_file() throws IOException {
        Files.write(directory.resolve("broken.ttf"), "no font".getBytes(StandardCharsets.UTF_8));

        String told = assertThrows(IllegalStateException.class, () -> OwnFonts.in(directory))
                .getMessage();

        assertTrue(told.contains("gongkai.document.fonts") && told.contains("broken.ttf"), told);
        assertThrows(IllegalStateException.class, () -> OwnFonts.in(directory.resolve("none")));
    }

    /** A font as it is sold: of that family, with one glyph for an ideograph and a radical. */
    private static byte[] stock(String family) throws IOException {
        byte[] open = Fonts.open().first().get(Typeface.KAITI.ordinal()).file();
        SortedMap<Integer, Integer> glyphs = new TreeMap<>(TrueTypeFile.glyphs(open));
        glyphs.put(RADICAL, glyphs.get(IDEOGRAPH));
        glyphs.keySet().removeIf(character -> character > 0xFFFF || character == '䶮');
        byte[] dirty = TrueTypeFile.withMap(open, glyphs);
        Map<String, byte[]> tables = TrueTypeFile.tables(dirty);
        tables.put("name", names(Map.of(1, family, 6, "FangSong_GB2312")));
        return TrueTypeFile.font(ByteBuffer.wrap(dirty).getInt(), tables);
    }

    private static byte[] names(Map<Integer, String> names) {
        int texts = 6 + 12 * names.size();
        ByteBuffer table = ByteBuffer.allocate(1000);
        table.putShort((short) 0).putShort((short) names.size()).putShort((short) texts);
        int offset = 0;
        for (var name : new TreeMap<>(names).entrySet()) {
            byte[] text = name.getValue().getBytes(StandardCharsets.UTF_16BE);
            table.putShort((short) 3).putShort((short) 1).putShort((short) 0x409);
            table.putShort(name.getKey().shortValue())
                    .putShort((short) text.length)
                    .putShort((short) offset);
            table.duplicate().position(texts + offset).put(text);
            offset += text.length;
        }
        byte[] bytes = new byte[texts + offset];
        table.rewind().get(bytes);
        return bytes;
    }

    private static String gb2312() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int row = 0xB0; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String one = new String(new byte[] {(byte) row, (byte) cell}, "GB2312");
                if (!one.contains("\uFFFD")) {
                    all.append(one);
                }
            }
        }
        assertEquals(6763, all.length());
        return all.toString();
    }
}
