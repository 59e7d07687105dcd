package org.gongkai.intake.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What a content is, by the content alone: its first bytes, and for a container the names of its entries. Nothing is ever
 * unpacked, and how much is read is bounded whatever the content says of itself.
 */
final class TypeDetection {

    private static final int HEAD = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final Map<String, FileType> BY_FIRST_BYTES = Map.of(
            "application/pdf", FileType.PDF,
            "image/jpeg", FileType.JPEG,
            "image/png", FileType.PNG,
            "image/tiff", FileType.TIFF);
    /** What the detector says where it recognises nothing: of some Chinese text as well. */
    private static final Set<String> PERHAPS_TEXT = Set.of("text/plain", "application/octet-stream");

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private TypeDetection() {}

    /** Empty where it is none that is taken. */
    static Optional<FileType> of(Content content) throws IOException {
        byte[] head = content.read(0, HEAD);
        if (begins(head, ZIP)) {
            return ZipNames.of(content).flatMap(TypeDetection::ofZip);
        }
        if (begins(head, OLE)) {
            return OleNames.of(content).flatMap(TypeDetection::ofOle);
        }
        String detected = MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(head), new Metadata())
                .getBaseType()
                .toString();
        if (PERHAPS_TEXT.contains(detected)) {
            return PlainText.is(content) ? Optional.of(FileType.TXT) : Optional.empty();
        }
        return Optional.ofNullable(BY_FIRST_BYTES.get(detected));
    }

    private static Optional<FileType> ofZip(Set<String> names) {
        if (names.contains("OFD.xml")) {
            return Optional.of(FileType.OFD);
        }
        // with macros it is another type (DOCM, XLSM)
        if (!names.contains(CONTENT_TYPES) || names.stream().anyMatch(name -> name.endsWith("/vbaProject.bin"))) {
            return Optional.empty();
        }
        if (names.stream().anyMatch(name -> name.matches("word/document[0-9]*\\.xml"))) {
            return Optional.of(FileType.DOCX);
        }
        return names.contains("xl/workbook.xml") ? Optional.of(FileType.XLSX) : Optional.empty();
    }

    private static Optional<FileType> ofOle(Set<String> names) {
        if (names.contains("WordDocument")) {
            return Optional.of(FileType.DOC);
        }
        return names.contains("Workbook") || names.contains("Book") ? Optional.of(FileType.XLS) : Optional.empty();
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
    }
}
