package org.gongkai.intake.attachment;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file may be; each with the media type that it is served with, and others by which programs call it. */
enum FileType {
    PDF("application/pdf", "application/x-pdf"),
    /** GB/T 33190-2016. */
    OFD("application/ofd", "application/x-ofd", "application/vnd.ofd"),
    JPEG("image/jpeg", "image/jpg", "image/pjpeg"),
    PNG("image/png", "image/x-png"),
    TIFF("image/tiff", "image/tif", "image/x-tiff"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/wps-office.docx"),
    /** And WPS, which writes the same container. */
    DOC(
            "application/msword",
            "application/wps-office.doc",
            "application/wps-office.wps",
            "application/kswps",
            "application/vnd.ms-works"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/wps-office.xlsx"),
    /** And ET, likewise. */
    XLS("application/vnd.ms-excel", "application/wps-office.xls", "application/wps-office.et", "application/kset"),
    TXT("text/plain");

    private static final List<String> NOTHING_DECLARED = List.of("application/octet-stream", "*/*");

    private final String mediaType;
    private final List<String> otherNames;

    FileType(String mediaType, String... otherNames) {
        this.mediaType = mediaType;
        this.otherNames = List.of(otherNames);
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a declared type says nothing. */
    static boolean isUndeclared(MediaType declared) {
        return declared == null || NOTHING_DECLARED.contains(name(declared));
    }

    /** Empty for any other. */
    static Optional<FileType> declared(MediaType declared) {
        String name = name(declared);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(name) || type.otherNames.contains(name))
                .findFirst();
    }

    /** All of them as a caller reads them. */
    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String name(MediaType type) {
        return (type.getType() + "/" + type.getSubtype()).toLowerCase(java.util.Locale.ROOT);
    }
}
