package org.gongkai.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormsListedTest {

    private static final Path LISTED = Path.of("../docs/contracts/forms.md");

    private static final Map<FormCell.Content, String> CONTENTS = Map.of(
            FormCell.Content.COUNT, "number",
            FormCell.Content.CHANGE, "number, also negative, or `\"+19\"`",
            FormCell.Content.AMOUNT, "万元: number or decimal string");

    /** To be written anew from the message of this test, or with -Dgongkai.write. */
    @Test
    void the_listed_cells_are_those_of_the_forms() throws IOException {
        StringBuilder page = new StringBuilder("""
                # The form, by edition

                Made from the editions of the form. A cell is `table.ROW.COLUMN`, in reports, findings and placeholders, and in the
                tables of `POST /checks`:

                ```json
                {"year": 2021, "tables": {"disputes": {"REVIEW": {"UPHELD": 1, "CORRECTED": 0, "OTHER_RESULT": 0, "PENDING": 2,
                  "TOTAL": 3}}}, "previous": {"tables": {"disputes": {"REVIEW": {"PENDING": 2}}}}}
                ```

                What is blank is `null` or left out, and is not 0. `form` may be left out: it is told by rows and columns, and by
                `year` where both editions have them; `previous` may be of the other edition. `publishedOn` and `reporter`
                (`{"government", "mayIssueRules"}`) let more be checked. A row or column that the edition does not have, or a word
                where a number is due, is refused by name.
                """);
        for (Form form : Forms.all()) {
            page.append("\n## %s: %s\n\n| cells | 行 | 列 | holds |\n|---|---|---|---|\n"
                    .formatted(form.form(), form.source()));
            Map<String, FormCell> columns = new LinkedHashMap<>();
            for (FormCell cell : form.cells()) {
                if (cell.table().equals(FormCell.PROACTIVE)) {
                    columns.put(cell.path(), cell);
                }
            }
            columns.forEach((path, cell) -> page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(path, cell.rowLabel(), cell.columnLabel(), CONTENTS.get(cell.content()))));
            form.applications()
                    .rows()
                    .forEach(row -> page.append(
                            "| `applications.%s.…` | %s | as below | number |\n".formatted(row.code(), row.label())));
            form.disputes()
                    .blocks()
                    .forEach(block -> page.append(
                            "| `disputes.%s.…` | %s | as below | number |\n".formatted(block.code(), block.label())));
            page.append("\nColumns of `applications`:");
            form.applications().columns().forEach(one -> page.append(" `%s` %s".formatted(one.code(), one.label())));
            page.append("; of `disputes`:");
            form.disputes().columns().forEach(one -> page.append(" `%s` %s".formatted(one.code(), one.label())));
            page.append(".\n");
        }
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(LISTED, page);
        }
        assertEquals(page.toString(), Files.readString(LISTED));
    }
}
