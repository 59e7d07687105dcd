package org.gongkai.report.edition;

import java.util.HexFormat;
import java.util.List;

/** What is signed of an edition: a line for everything that says which it is, and one with the SHA-256 of each file. */
final class Manifest {

    private Manifest() {}

    static String of(Edition edition, List<EditionFile> files) {
        StringBuilder manifest = new StringBuilder();
        line(manifest, "organisation", edition.organisation);
        line(manifest, "year", Integer.toString(edition.year));
        line(manifest, "edition", Integer.toString(edition.number));
        line(manifest, "title", edition.title);
        line(manifest, "form", edition.form);
        line(manifest, "position", edition.position);
        line(manifest, "frozenAt", edition.frozenAt.toString());
        line(manifest, "frozenBy", edition.frozenBy);
        line(manifest, "printed", HexFormat.of().formatHex(edition.printed));
        files.forEach(file -> line(manifest, file.suffix, HexFormat.of().formatHex(file.hash)));
        return manifest.toString();
    }

    private static void line(StringBuilder manifest, String name, String value) {
        manifest.append(name).append(": ").append(value).append('\n');
    }
}
