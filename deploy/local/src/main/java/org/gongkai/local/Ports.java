package org.gongkai.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.embedded.FreePort;

/** The five ports on 127.0.0.1 and the variables that change them. */
public record Ports(int intake, int statistics, int report, int postgres, int kafka) {

    private static final String INTAKE = "GONGKAI_INTAKE_PORT";
    private static final String STATISTICS = "GONGKAI_STATISTICS_PORT";
    private static final String REPORT = "GONGKAI_REPORT_PORT";
    private static final String POSTGRES = "GONGKAI_POSTGRES_PORT";
    private static final String KAFKA = "GONGKAI_KAFKA_PORT";

    /** 8081 to 8085, or what the environment says. */
    public static Ports of(Map<String, String> environment) {
        return new Ports(
                port(environment, INTAKE, 8081),
                port(environment, STATISTICS, 8082),
                port(environment, REPORT, 8083),
                port(environment, POSTGRES, 8084),
                port(environment, KAFKA, 8085));
    }

    /** Five that are free now, for tests. */
    public static Ports free() {
        return new Ports(FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find());
    }

    private static int port(Map<String, String> environment, String variable, int usual) {
        String text = environment.get(variable);
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Sentence(variable + " is '" + text + "'; set it to a port from 1 to 65535.");
    }

    /** Refuses when two are the same or one is taken, naming it and the variable that changes it. */
    void requireFree() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(INTAKE, intake);
        all.put(STATISTICS, statistics);
        all.put(REPORT, report);
        all.put(POSTGRES, postgres);
        all.put(KAFKA, kafka);
        Map<Integer, String> seen = new HashMap<>();
        all.forEach((variable, port) -> {
            String other = seen.put(port, variable);
            if (other != null) {
                throw new Sentence(other + " and " + variable + " are both " + port + "; give each a port of its own.");
            }
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new Sentence(
                        "Port " + port + " on 127.0.0.1 is taken by another program; end that program or set "
                                + variable + " to a free port.");
            }
        });
    }
}
