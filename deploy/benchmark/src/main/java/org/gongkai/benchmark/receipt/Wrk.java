package org.gongkai.benchmark.receipt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP endpoint under wrk: every call another application, of 40 bodies in turn. */
final class Wrk implements Contender {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
    private static final Pattern SOCKETS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private final String name;
    private final String address;
    private final Path script;
    private final Path tokens;
    private int runs;

    /**
     * @param script the calls
     * @param tokens a line for each body: code and token
     */
    Wrk(String name, String address, Path script, Path tokens) {
        this.name = name;
        this.address = address;
        this.script = script;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample run(int connections, Duration time) {
        runs++;
        String output = Program.run(
                script.getParent(),
                Map.of(),
                List.of(
                        "wrk",
                        "--latency",
                        "-t" + Math.min(2, connections),
                        "-c" + connections,
                        "-d" + time.toSeconds() + "s",
                        "-s",
                        script.toString(),
                        address,
                        "--",
                        Integer.toString(runs),
                        tokens.toString()));
        long failed = 0;
        Matcher refused = FAILED.matcher(output);
        if (refused.find()) {
            failed += Long.parseLong(refused.group(1));
        }
        Matcher sockets = SOCKETS.matcher(output);
        if (sockets.find()) {
            for (int i = 1; i <= sockets.groupCount(); i++) {
                failed += Long.parseLong(sockets.group(i));
            }
        }
        return new Sample(
                Double.parseDouble(found(RATE, output)), latency("50%", output), latency("99%", output), failed);
    }

    private static double latency(String share, String output) {
        Matcher matcher = Pattern.compile(share + "\\s+([0-9.]+)(us|ms|s)").matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said no " + share + ": " + output);
        }
        double value = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "us" -> value / 1_000;
            case "s" -> value * 1_000;
            default -> value;
        };
    }

    private static String found(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said nothing like " + pattern + ": " + output);
        }
        return matcher.group(1);
    }
}
