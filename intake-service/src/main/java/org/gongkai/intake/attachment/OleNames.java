package org.gongkai.intake.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Names of the entries of an OLE2 container (MS-CFB: DOC, XLS, WPS), from its directory; no entry is opened. The directory
 * is a chain of sectors through the allocation table, whose own sectors stand in the header and in a chain that goes on
 * from it.
 */
final class OleNames {

    /** A document has some dozens of entries; each has 128 bytes. */
    static final int MOST_SECTORS = 512;

    private static final int HEADER_BYTES = 512;
    private static final int TABLE_IN_HEADER = 76;
    private static final int SECTORS_IN_HEADER = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int LONGEST_NAME = 64;

    private final Content content;
    private final ByteBuffer header;
    private final int sectorBytes;

    private OleNames(Content content, ByteBuffer header, int sectorBytes) {
        this.content = content;
        this.header = header;
        this.sectorBytes = sectorBytes;
    }

    /** Empty where the directory cannot be followed to its end. */
    static Optional<Set<String>> of(Content content) throws IOException {
        byte[] header = content.read(0, HEADER_BYTES);
        if (header.length < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int shift = read.getShort(30);
        // the two that there are
        return shift == 9 || shift == 12 ? new OleNames(content, read, 1 << shift).names() : Optional.empty();
    }

    private Optional<Set<String>> names() throws IOException {
        Set<String> names = new HashSet<>();
        int sector = header.getInt(48);
        for (int i = 0; i < MOST_SECTORS && isRegular(sector); i++) {
            ByteBuffer entries = sector(sector);
            if (entries.limit() == 0) {
                return Optional.empty();
            }
            for (int at = 0; at + ENTRY_BYTES <= entries.limit(); at += ENTRY_BYTES) {
                int length = entries.getShort(at + LONGEST_NAME);
                if (length > 2 && length <= LONGEST_NAME) {
                    names.add(new String(entries.array(), at, length - 2, StandardCharsets.UTF_16LE));
                }
            }
            sector = next(sector);
        }
        return isRegular(sector) || names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** The one that follows in its chain; a place that cannot be read ends it. */
    private int next(int sector) throws IOException {
        int perSector = sectorBytes / Integer.BYTES;
        int table = tableSector(sector / perSector);
        if (!isRegular(table)) {
            return -1;
        }
        ByteBuffer part = sector(table);
        int at = sector % perSector * Integer.BYTES;
        return at + Integer.BYTES <= part.limit() ? part.getInt(at) : -1;
    }

    /** Where that sector of the allocation table stands. */
    private int tableSector(int number) throws IOException {
        if (number < SECTORS_IN_HEADER) {
            return header.getInt(TABLE_IN_HEADER + number * Integer.BYTES);
        }
        int perSector = sectorBytes / Integer.BYTES - 1;
        int left = number - SECTORS_IN_HEADER;
        int sector = header.getInt(68);
        for (int i = 0; i < MOST_SECTORS && isRegular(sector); i++) {
            ByteBuffer part = sector(sector);
            if (part.limit() < sectorBytes) {
                return -1;
            }
            if (left < perSector) {
                return part.getInt(left * Integer.BYTES);
            }
            left -= perSector;
            sector = part.getInt(perSector * Integer.BYTES);
        }
        return -1;
    }

    private ByteBuffer sector(int number) throws IOException {
        return ByteBuffer.wrap(content.read((number + 1L) * sectorBytes, sectorBytes))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The marks of ends and of what is free are negative. */
    private static boolean isRegular(int sector) {
        return sector >= 0;
    }
}
