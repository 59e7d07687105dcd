package org.gongkai.report.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageProperties;

/**
 * A file in Office Open XML (ISO/IEC 29500) whose bytes follow from the report alone: all times in it are the instant of
 * the figures, in its properties as in its archive, where POI would put the time of writing.
 */
public final class OfficeFile {

    private static final ZoneId OFFICIAL = ZoneId.of("Asia/Shanghai");
    private static final String LANGUAGE = "zh-CN";
    private static final String PROGRAM = "Gongkai";

    private OfficeFile() {}

    /**
     * What a document is written out as.
     *
     * @param title of the report
     * @param creator who reports
     * @param asOf instant of the figures, RFC 3339
     */
    public static byte[] of(POIXMLDocument document, String title, String creator, String asOf) throws IOException {
        Instant instant = OffsetDateTime.parse(asOf).toInstant();
        describe(document, title, creator, instant);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        document.write(written);
        return timed(written.toByteArray(), LocalDateTime.ofInstant(instant, OFFICIAL));
    }

    private static void describe(POIXMLDocument document, String title, String creator, Instant instant)
            throws IOException {
        try {
            PackageProperties core = document.getPackage().getPackageProperties();
            core.setTitleProperty(title);
            core.setCreatorProperty(creator);
            core.setLastModifiedByProperty(PROGRAM);
            core.setLanguageProperty(LANGUAGE);
            core.setCreatedProperty(Optional.of(Date.from(instant)));
            core.setModifiedProperty(Optional.of(Date.from(instant)));
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        document.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication(PROGRAM);
    }

    private static byte[] timed(byte[] archive, LocalDateTime time) throws IOException {
        ByteArrayOutputStream timed = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(timed)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(part.getName());
                // the time of day as it is in Shanghai: an archive knows no zone, and this machine's must not show
                same.setTimeLocal(time);
                to.putNextEntry(same);
                from.transferTo(to);
            }
        }
        return timed.toByteArray();
    }
}
