package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void without_variables_they_are_8081_to_8085() {
        assertEquals(new Ports(8081, 8082, 8083, 8084, 8085), Ports.of(Map.of()));
    }

    @Test
    void each_variable_changes_its_own() {
        Map<String, String> environment = Map.of(
                "GONGKAI_INTAKE_PORT", "1",
                "GONGKAI_STATISTICS_PORT", "2",
                "GONGKAI_REPORT_PORT", "3",
                "GONGKAI_POSTGRES_PORT", "65535",
                "GONGKAI_KAFKA_PORT", " 5 ");

        assertEquals(new Ports(1, 2, 3, 65535, 5), Ports.of(environment));
        assertEquals(8081, Ports.of(Map.of("GONGKAI_INTAKE_PORT", "")).intake());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "80a", "8081 8082", "99999999999"})
    void a_value_that_is_no_port_is_refused_with_what_to_set_instead(String value) {
        Sentence refused = assertThrows(Sentence.class, () -> Ports.of(Map.of("GONGKAI_KAFKA_PORT", value)));

        assertEquals("GONGKAI_KAFKA_PORT is '" + value + "'; set it to a port from 1 to 65535.", refused.getMessage());
    }

    @Test
    void a_taken_port_is_named_with_the_variable_that_changes_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Ports free = Ports.free();
            Ports ports = new Ports(free.intake(), free.statistics(), port, free.postgres(), free.kafka());

            Sentence refused = assertThrows(Sentence.class, ports::requireFree);

            assertEquals(
                    "Port " + port + " on 127.0.0.1 is taken by another program; end that program or set"
                            + " GONGKAI_REPORT_PORT to a free port.",
                    refused.getMessage());
            assertDoesNotThrow(free::requireFree);
        }
    }

    @Test
    void two_parts_on_one_port_are_refused() {
        Ports free = Ports.free();
        Ports ports = new Ports(free.intake(), free.intake(), free.report(), free.postgres(), free.kafka());

        Sentence refused = assertThrows(Sentence.class, ports::requireFree);

        assertEquals(
                "GONGKAI_INTAKE_PORT and GONGKAI_STATISTICS_PORT are both " + free.intake()
                        + "; give each a port of its own.",
                refused.getMessage());
    }
}
