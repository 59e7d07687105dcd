package org.gongkai.intake.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** One of 64 fixed sequences of facts. An organisation's lane may never change, so neither may this function. */
public final class Lane {

    /** How many there are, for ever. */
    public static final int COUNT = 64;

    private Lane() {}

    /** CRC-32 (IEEE) of the code's UTF-8 bytes, modulo 64. */
    public static int of(String organisation) {
        CRC32 crc = new CRC32();
        crc.update(organisation.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % COUNT);
    }
}
