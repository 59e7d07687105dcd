package org.gongkai.report.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** A document without a text: page, styles, fonts, settings and footers, from the files in {@code blank}. */
final class Blank {

    private static final byte[] ARCHIVE = archive();

    private Blank() {}

    static XWPFDocument open() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(ARCHIVE));
    }

    private static byte[] archive() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("[Content_Types].xml", "content-types.xml");
        files.put("_rels/.rels", "package-rels.xml");
        files.put("word/_rels/document.xml.rels", "document-rels.xml");
        for (String part : new String[] {"document", "styles", "settings", "fontTable", "footer1", "footer2"}) {
            files.put("word/" + part + ".xml", part + ".xml");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                archive.putNextEntry(new ZipEntry(file.getKey()));
                try (InputStream content = Blank.class.getResourceAsStream("blank/" + file.getValue())) {
                    content.transferTo(archive);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
