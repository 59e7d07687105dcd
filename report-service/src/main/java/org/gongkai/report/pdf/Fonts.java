package org.gongkai.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * The fonts of a document: for each type the office's own where it gave one, else an open one; and all of them together step
 * in for what the font of a type lacks, so that what one font has can be printed everywhere.
 */
final class Fonts {

    /** A font of a type: the file as bytes, shared and never written. */
    record Font(Typeface typeface, byte[] file) {}

    private final List<Font> first;
    private final List<Font> fallback;
    private final BitSet printable = new BitSet();

    private Fonts(List<Font> first, List<Font> fallback) {
        this.first = first;
        this.fallback = fallback;
        try {
            for (byte[] file : files()) {
                TrueTypeFile.glyphs(file).keySet().forEach(printable::set);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The open fonts alone. */
    static Fonts open() {
        return with(Map.of());
    }

    /** @param own the office's own fonts, cleaned */
    static Fonts with(Map<Typeface, byte[]> own) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<Typeface, byte[]> open = new EnumMap<>(Typeface.class);
        for (Typeface typeface : Typeface.values()) {
            open.put(typeface, files.computeIfAbsent(typeface.open(), Fonts::resource));
        }
        List<Font> first = new ArrayList<>();
        List<Font> fallback = new ArrayList<>();
        open.forEach((typeface, file) -> first.add(new Font(typeface, own.getOrDefault(typeface, file))));
        // songti first: it is nearest to what it stands in for
        for (Typeface typeface : List.of(Typeface.SONGTI, Typeface.HEITI, Typeface.KAITI)) {
            fallback.add(new Font(typeface, open.get(typeface)));
        }
        own.forEach((typeface, file) -> fallback.add(new Font(typeface, file)));
        return new Fonts(first, fallback);
    }

    /** Whether any of them has a glyph for it. */
    boolean print(int character) {
        return printable.get(character);
    }

    /** One for each type. */
    List<Font> first() {
        return first;
    }

    /** Those that step in, in order. */
    List<Font> fallback() {
        return fallback;
    }

    /** Each font read once: a document is made by one thread, and these are for one document at a time. */
    Map<byte[], TrueTypeFont> parsed() throws IOException {
        Map<byte[], TrueTypeFont> parsed = new IdentityHashMap<>();
        for (byte[] file : files()) {
            parsed.put(file, TrueTypeFile.parse(file));
        }
        return parsed;
    }

    private Set<byte[]> files() {
        Set<byte[]> files = Collections.newSetFromMap(new IdentityHashMap<>());
        first.forEach(font -> files.add(font.file()));
        fallback.forEach(font -> files.add(font.file()));
        return files;
    }

    private static byte[] resource(String name) {
        try (InputStream file = Fonts.class.getResourceAsStream("fonts/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
