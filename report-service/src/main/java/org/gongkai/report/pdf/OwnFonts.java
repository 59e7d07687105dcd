package org.gongkai.report.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.NameRecord;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jboss.logging.Logger;

/** The office's own fonts: 方正小标宋, 仿宋_GB2312 and others that it has a licence for. */
final class OwnFonts {

    private static final Logger LOG = Logger.getLogger(OwnFonts.class);
    /** Of the table of names: family, full name, name in PostScript, family without its weight. */
    private static final List<Integer> NAMES = List.of(1, 4, 6, 16);

    private OwnFonts() {}

    /**
     * Which of a directory's fonts is which type, cleaned; says in the log what was taken.
     *
     * @throws IllegalStateException if the directory cannot be read, or holds a font that cannot be used
     */
    static Map<Typeface, byte[]> in(Path directory) {
        Map<Typeface, byte[]> own = new EnumMap<>(Typeface.class);
        try (Stream<Path> listed = Files.list(directory)) {
            for (Path file : listed.filter(OwnFonts::isFont).sorted().toList()) {
                take(file, own);
            }
        } catch (IOException e) {
            throw new IllegalStateException("gongkai.document.fonts: " + directory + " cannot be read: " + e, e);
        }
        return own;
    }

    private static boolean isFont(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttf");
    }

    private static void take(Path file, Map<Typeface, byte[]> own) {
        try {
            byte[] font = Files.readAllBytes(file);
            Optional<Typeface> typeface = typeface(font);
            if (typeface.isPresent() && !own.containsKey(typeface.get())) {
                own.put(typeface.get(), TrueTypeFile.cleaned(font));
            }
            LOG.infof(
                    "%s: %s", file, typeface.map(Typeface::family).orElse("no type of an official document, not used"));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("gongkai.document.fonts: " + file + " is no TrueType font: " + e, e);
        }
    }

    private static Optional<Typeface> typeface(byte[] font) throws IOException {
        try (TrueTypeFont parsed = TrueTypeFile.parse(font)) {
            List<String> names = parsed.getNaming().getNameRecords().stream()
                    .filter(name -> NAMES.contains(name.getNameId()) && name.getString() != null)
                    .map(NameRecord::getString)
                    .toList();
            return Stream.of(Typeface.values())
                    .filter(typeface -> typeface.names().stream().anyMatch(names::contains))
                    .findFirst();
        }
    }
}
