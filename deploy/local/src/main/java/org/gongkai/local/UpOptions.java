package org.gongkai.local;

import java.nio.file.Path;

/**
 * What {@code deploy/local/up} was told.
 *
 * @param root the repository
 * @param data where data are kept
 * @param fresh whether to start empty
 * @param demo whether to replay Qingyang
 */
record UpOptions(Path root, Path data, boolean fresh, boolean demo) {

    static final String USAGE = "usage: deploy/local/up [--demo] [--detach] [--fresh] [--data DIR]";

    /** The first argument is the repository; {@code --detach} is the script's own affair and not handed on. */
    static UpOptions parse(String... arguments) {
        Path root = Path.of(arguments[0]);
        Path data = root.resolve("deploy/local/target/data");
        boolean fresh = false;
        boolean demo = false;
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--fresh" -> fresh = true;
                case "--demo" -> demo = true;
                case "--data" -> {
                    if (++i == arguments.length) {
                        throw new Sentence("--data needs a directory; " + USAGE);
                    }
                    data = Path.of(arguments[i]);
                }
                default -> throw new Sentence("Unknown option " + arguments[i] + "; " + USAGE);
            }
        }
        return new UpOptions(root, data.toAbsolutePath().normalize(), fresh, demo);
    }
}
