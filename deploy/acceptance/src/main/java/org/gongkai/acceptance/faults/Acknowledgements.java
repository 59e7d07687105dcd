package org.gongkai.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The client's own record of what it was told, on disk before it goes on: {@code body TAB case number TAB received|decided}.
 */
final class Acknowledgements implements AutoCloseable {

    static final String RECEIVED = "received";
    static final String DECIDED = "decided";

    private final Path path;
    private final FileChannel file;

    Acknowledgements(Path path) {
        this.path = path;
        try {
            Files.createDirectories(path.getParent());
            this.file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void note(String body, String caseNumber, String what) {
        try {
            file.write(
                    ByteBuffer.wrap((body + "\t" + caseNumber + "\t" + what + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of a kind, by body, as the file says. */
    Map<String, Long> count(String what) {
        Map<String, Long> counts = new TreeMap<>();
        for (String line : lines()) {
            String[] words = line.split("\t");
            if (words[2].equals(what)) {
                counts.merge(words[0], 1L, Long::sum);
            }
        }
        return counts;
    }

    List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
