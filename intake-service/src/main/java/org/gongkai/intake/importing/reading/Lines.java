package org.gongkai.intake.importing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads a body line by line with constant memory. A {@link org.gongkai.intake.problem.Refusal} that is thrown is one of the
 * whole body: nothing after it can be read.
 */
public interface Lines extends Closeable {

    /** Empty at the end. */
    Optional<Line> next() throws IOException;

    /** A body that can be read more than once. */
    interface Body {
        /** From its beginning. */
        InputStream open() throws IOException;
    }
}
