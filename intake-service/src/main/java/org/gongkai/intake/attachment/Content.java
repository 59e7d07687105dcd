package org.gongkai.intake.attachment;

import java.io.IOException;

/** A content that can be read at any place, without being held whole. */
interface Content {

    /** In bytes. */
    long length();

    /** So many bytes from there; fewer where it ends, none beyond. */
    byte[] read(long at, int most) throws IOException;
}
