package org.gongkai.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.junit.jupiter.api.Test;

class RulesListedTest {

    private static final Path LISTED = Path.of("../docs/contracts/checks.md");

    /** To be written anew from the message of this test, or with -Dgongkai.write. */
    @Test
    void the_listed_rules_are_those_of_the_service() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Checks of a report

                Made from `Rule`. A finding says HOLDS, BROKEN or NOT_ASSESSABLE; what is unknown is never broken. Only BLOCKING
                rules stop an edition, and only what no correct report breaks is BLOCKING. Where exactly one cell, set to another
                number, would mend all identities that are broken, the note names it.

                The office waives a rule for a report with a reason, under its name
                (`PUT /reports/{organisation}/{year}/checks/{rule}/waiver`; `DELETE` takes it back): what is broken then carries
                `waived`, no longer stops an edition, and is printed in the annex. Every version is kept (`…/waiver/versions`).

                `R-T2` and `DOCUMENTS-IN-FORCE` are NOT_ASSESSABLE in the form of 2019 and over the change of form: what is public
                and what is in force are different measures. A live report of 2019 or 2020 breaks `FORM-OF-YEAR`, and its note says
                which cells of the form of 2019 are not counted ([decision 15](../decisions/0015-form-of-a-live-report.md)).

                | rule | severity | forms | 依据 |
                |---|---|---|---|
                """);
        for (Rule rule : Rule.values()) {
            List<Form> forms = Forms.all().stream()
                    .filter(form -> !rule.check(form, Tables.of(Map.of())).isEmpty())
                    .toList();
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            rule.code(),
                            rule.severity(),
                            forms.stream().map(Form::form).collect(Collectors.joining(", ")),
                            rule.citation(forms.get(0))));
        }
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(LISTED, page);
        }
        assertEquals(page.toString(), Files.readString(LISTED));
    }
}
