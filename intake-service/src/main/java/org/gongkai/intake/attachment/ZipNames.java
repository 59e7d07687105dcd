package org.gongkai.intake.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Names of the entries of a zip, from the directory at its end; no entry is opened. */
final class ZipNames {

    /** A document of thousands of pictures has less. */
    static final int MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;

    private ZipNames() {}

    /** Empty where there is no directory, or a larger one than any document has. */
    static Optional<Set<String>> of(Content content) throws IOException {
        long from = Math.max(0, content.length() - END_BYTES - LONGEST_COMMENT);
        ByteBuffer tail = little(content.read(from, END_BYTES + LONGEST_COMMENT));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_BYTES + unsigned(tail.getShort(at + 20)) == tail.limit()) {
                return names(content, tail, at, from + at);
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> names(Content content, ByteBuffer tail, int at, long end) throws IOException {
        int entries = unsigned(tail.getShort(at + 10));
        long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
        long start = Integer.toUnsignedLong(tail.getInt(at + 16));
        if (bytes > MOST_DIRECTORY_BYTES || start + bytes > end) {
            return Optional.empty();
        }
        ByteBuffer directory = little(content.read(start, (int) bytes));
        Set<String> names = new HashSet<>();
        int place = 0;
        for (int i = 0; i < entries; i++) {
            if (place + ENTRY_BYTES > directory.limit() || directory.getInt(place) != ENTRY) {
                return Optional.empty();
            }
            int length = unsigned(directory.getShort(place + 28));
            int more = unsigned(directory.getShort(place + 30)) + unsigned(directory.getShort(place + 32));
            if (place + ENTRY_BYTES + length + more > directory.limit()) {
                return Optional.empty();
            }
            names.add(new String(directory.array(), place + ENTRY_BYTES, length, StandardCharsets.UTF_8));
            place += ENTRY_BYTES + length + more;
        }
        return Optional.of(names);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }
}
