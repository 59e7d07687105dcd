package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's table of settings and the typed interfaces that the services read are the same, both ways. */
class SettingsTest {

    private static final Path ROOT = Path.of("../..");
    private static final List<String> SERVICES = List.of("intake-service", "statistics-service", "report-service");

    @Test
    void the_readme_lists_every_setting_with_its_default_and_no_other() throws IOException {
        Map<String, Map<String, String>> documented =
                SettingsTable.documented(Files.readString(ROOT.resolve("README.md")));
        int settings = 0;
        for (String service : SERVICES) {
            Path classes = ROOT.resolve(service).resolve("target/classes");
            assertTrue(Files.isDirectory(classes), classes + " is not built");
            Map<String, String> typed = SettingsTable.typed(classes);
            assertTrue(documented.containsKey(service), service + " has no part in the table");
            assertEquals(List.of(), SettingsTable.differences(documented.get(service), typed), service);
            settings += typed.size();
        }
        assertTrue(settings >= 14, settings + " settings found");
    }

    @Test
    void a_table_that_is_wrong_is_found_out() {
        Map<String, String> typed = Map.of(
                "gongkai.relay.topic", "gongkai.facts",
                "gongkai.relay.interval", "PT0.2S",
                "gongkai.journal.token-file", "none");
        String right = """
                | **every service** | | |
                | `mp.jwt.verify.issuer` | `urn:gongkai:local` | who signs them |
                | **intake-service** | | |
                | `gongkai.relay.topic` | `gongkai.facts` | topic |
                | `gongkai.relay.interval` | 200ms | how often |
                | `gongkai.journal.token-file` | none | file |
                | **report-service** | | |
                """;

        assertEquals(List.of(), differences(right, typed));
        assertEquals(
                List.of("gongkai.relay.interval is PT0.2S, the README says PT2S"),
                differences(right.replace("200ms", "2s"), typed));
        assertEquals(
                List.of("gongkai.relay.intervals stands in the README and nowhere else"),
                differences(
                        right.replace(
                                "| `gongkai.relay.topic`",
                                "| `gongkai.relay.intervals` | 1 | x |\n| `gongkai.relay.topic`"),
                        typed));
        assertEquals(
                List.of("gongkai.relay.topic (gongkai.facts) is missing in the README"),
                differences(right.replace("| `gongkai.relay.topic`", "| `relay.topic`"), typed));
        assertEquals(
                List.of("gongkai.journal.token-file (none) is missing in the README"),
                differences(
                        right.replace("| `gongkai.journal", "| **statistics-service** | | |\n| `gongkai.journal"),
                        typed));
    }

    private static List<String> differences(String readme, Map<String, String> typed) {
        return SettingsTable.differences(SettingsTable.documented(readme).get("intake-service"), typed);
    }
}
