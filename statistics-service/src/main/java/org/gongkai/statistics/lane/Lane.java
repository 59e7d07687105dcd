package org.gongkai.statistics.lane;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The lanes of the journal. Their number is fixed for ever: a code's lane may never change. */
public final class Lane {

    /** How many there are: 0 to 63. */
    public static final int COUNT = 64;

    private Lane() {}

    /** Lane of an organisation: CRC-32 (IEEE) of the code's UTF-8 bytes, modulo 64. */
    public static int of(String organisation) {
        CRC32 crc = new CRC32();
        crc.update(organisation.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % COUNT);
    }
}
