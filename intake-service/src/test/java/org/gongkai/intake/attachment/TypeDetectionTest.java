package org.gongkai.intake.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypeDetectionTest {

    private static Optional<FileType> type(byte[] content) throws IOException {
        return TypeDetection.of(new FileFixtures.Bytes(content));
    }

    private static void refused(byte[] content) throws IOException {
        assertEquals(Optional.empty(), type(content));
    }

    private static void text(String text, Charset charset) throws IOException {
        assertEquals(Optional.of(FileType.TXT), type(text.getBytes(charset)), charset.name());
    }

    @Test
    void each_type_that_is_taken_is_known_by_its_content() throws IOException {
        Map<FileType, byte[]> files = Map.of(
                FileType.PDF, FileFixtures.pdf(1_000, 1),
                FileType.OFD, FileFixtures.ofd(),
                FileType.JPEG, FileFixtures.jpeg(),
                FileType.PNG, FileFixtures.png(),
                FileType.TIFF, FileFixtures.tiff(),
                FileType.DOCX, FileFixtures.docx(),
                FileType.DOC, FileFixtures.ole("Root Entry", "1Table", "WordDocument"),
                FileType.XLSX, FileFixtures.xlsx(),
                FileType.XLS, FileFixtures.ole("Root Entry", "Workbook"),
                FileType.TXT, "予以公开".getBytes(StandardCharsets.UTF_8));
        assertEquals(FileType.values().length, files.size());
        for (Map.Entry<FileType, byte[]> file : files.entrySet()) {
            assertEquals(
                    Optional.of(file.getKey()),
                    type(file.getValue()),
                    file.getKey().name());
        }
    }

    @Test
    void text_is_taken_in_every_charset_that_offices_write_and_is_read_to_its_end() throws IOException {
        for (String charset : List.of("UTF-8", "GB18030", "UTF-16")) {
            text("答复如下：\r\n\t二〇二〇年度部门预算。", Charset.forName(charset));
            // characters that are cut wherever the content is read in pieces
            text("a" + "预算𠀀".repeat(40_000), Charset.forName(charset));
        }
        refused(("预算".repeat(40_000) + '\0').getBytes(StandardCharsets.UTF_8));
        refused("预算\u001b[2J".getBytes(StandardCharsets.UTF_8));
        refused(Arrays.copyOf("预算".getBytes(StandardCharsets.UTF_8), 200));
    }

    @Test
    void what_a_browser_or_a_machine_would_run_is_refused() throws IOException {
        refused("<!DOCTYPE html><html><script>1</script></html>".getBytes(StandardCharsets.UTF_8));
        refused("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8));
        refused("#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8));
        refused(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0});
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        refused(noise);
    }

    @Test
    void a_container_is_what_its_entries_are_named() throws IOException {
        refused(FileFixtures.zip("a.txt", "b.exe"));
        refused(FileFixtures.zip("META-INF/MANIFEST.MF", "A.class"));
        refused(FileFixtures.zip("word/document.xml"));
        refused(FileFixtures.zip("a/OFD.xml"));
        refused(FileFixtures.zip(FileFixtures.CONTENT_TYPES, "ppt/presentation.xml"));
        // with macros it is a DOCM or XLSM
        refused(FileFixtures.zip(FileFixtures.CONTENT_TYPES, "word/document.xml", "word/vbaProject.bin"));
        refused(FileFixtures.ole("Root Entry", "PowerPoint Document"));
        // with a password
        refused(FileFixtures.ole("Root Entry", "EncryptedPackage", "EncryptionInfo"));
    }

    @Test
    void a_zip_whose_directory_lies_or_is_missing_is_refused() throws IOException {
        byte[] good = FileFixtures.docx();
        refused(Arrays.copyOf(good, good.length - 1));
        refused(Arrays.copyOf(good, good.length / 2));
        for (int field : List.of(10, 12, 16)) {
            byte[] lies = good.clone();
            ByteBuffer.wrap(lies).order(ByteOrder.LITTLE_ENDIAN).putInt(good.length - 22 + field, 0x7FFFFFFF);
            refused(lies);
        }
        byte[] longName = good.clone();
        int directory = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(good.length - 6);
        ByteBuffer.wrap(longName).order(ByteOrder.LITTLE_ENDIAN).putShort(directory + 28, (short) -1);
        refused(longName);
    }

    @Test
    void nothing_is_unpacked_and_a_directory_larger_than_any_documents_is_refused() throws IOException {
        // 64 MB of zeros in 64 KB: known by its names without looking at them
        assertEquals(Optional.of(FileType.OFD), type(FileFixtures.zip(64 << 20, "OFD.xml")));
        List<String> names = new ArrayList<>(List.of("OFD.xml"));
        for (int i = 0; i < 60_000; i++) {
            names.add("entry-with-a-long-name-that-fills-the-directory-" + i);
        }
        byte[] many = FileFixtures.zip(0, names.toArray(String[]::new));
        assertTrue(many.length > ZipNames.MOST_DIRECTORY_BYTES);
        refused(many);
    }

    @Test
    void the_directory_of_an_old_document_is_found_wherever_it_stands_and_no_chain_is_followed_for_ever()
            throws IOException {
        assertEquals(Optional.of(FileType.DOC), type(FileFixtures.ole(13_000, -2, "Root Entry", "WordDocument")));
        // beyond what the header's own tables reach, some 7 MB
        assertEquals(Optional.of(FileType.DOC), type(FileFixtures.ole(20_000, -2, "Root Entry", "WordDocument")));
        refused(FileFixtures.ole(1, 1, "Root Entry", "WordDocument"));
        refused(FileFixtures.ole(1, 7_000_000, "Root Entry", "WordDocument"));
        refused(Arrays.copyOf(FileFixtures.ole("WordDocument"), 600));
        byte[] shift = FileFixtures.ole("WordDocument");
        shift[30] = 31;
        refused(shift);
    }

    @Test
    void rubbish_behind_a_containers_first_bytes_is_refused_and_never_an_error() throws IOException {
        Random random = new Random(20);
        for (byte[] head : List.of(FileFixtures.ole("WordDocument"), FileFixtures.docx(), FileFixtures.xlsx())) {
            for (int i = 0; i < 300; i++) {
                byte[] rubbish = head.clone();
                for (int n = 0; n < 40; n++) {
                    rubbish[8 + random.nextInt(rubbish.length - 8)] = (byte) random.nextInt();
                }
                type(rubbish);
                type(Arrays.copyOf(rubbish, 8 + random.nextInt(rubbish.length)));
            }
        }
        refused(new byte[] {'P', 'K', 3, 4});
    }
}
