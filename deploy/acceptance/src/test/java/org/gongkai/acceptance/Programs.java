package org.gongkai.acceptance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine that some tests need and Maven does not bring. */
final class Programs {

    private Programs() {}

    /** Where {@code -Dgongkai.NAME=} says, else the first of that name in {@code PATH}. */
    static Optional<Path> find(String name) {
        String told = System.getProperty("gongkai." + name);
        Stream<Path> places = told != null
                ? Stream.of(Path.of(told))
                : Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name));
        return places.filter(Files::isExecutable).findFirst();
    }
}
