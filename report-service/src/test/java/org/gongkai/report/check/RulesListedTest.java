package org.gongkai.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesListedTest {

    private static final Path LISTED = Path.of("../docs/contracts/checks.md");

    /** To be written anew from the message of this test, or with -Dgongkai.write. */
    @Test
    void the_listed_rules_are_those_of_the_service() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Checks of a report

                Made from `Rule`. A finding says HOLDS, BROKEN or NOT_ASSESSABLE; what is unknown is never broken. Only BLOCKING
                rules stop an edition, and only what no correct report breaks is BLOCKING.

                | rule | severity | 依据 |
                |---|---|---|
                """);
        for (Rule rule : Rule.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(rule.code(), rule.severity(), rule.citation()));
        }
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(LISTED, page);
        }
        assertEquals(page.toString(), Files.readString(LISTED));
    }
}
