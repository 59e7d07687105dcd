package org.gongkai.report.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final Path LISTED = Path.of("../docs/contracts/problems/report.md");

    @Test
    void every_type_has_a_title_and_a_detail_in_both_languages() {
        for (ProblemType type : ProblemType.values()) {
            for (Locale language : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                assertFalse(ProblemTexts.in(language).title(type).isBlank(), type.slug());
                assertFalse(ProblemTexts.in(language).detail(type, "", "", "").isBlank(), type.slug());
            }
        }
    }

    @Test
    void the_language_is_the_first_that_we_speak_and_chinese_where_none_is_or_nothing_can_be_read() {
        for (String english : new String[] {"en", "en-GB", "fr, en;q=0.5", "zh;q=0.1, en", "zh;q=0, en"}) {
            assertEquals(Locale.ENGLISH, ProblemTexts.language(english), english);
        }
        for (String chinese : new String[] {
            null, "", "*", "zh", "zh-Hans-CN", "fr", "en;q=0", "zh, en", "en;q=x", "en;q=7", ";", ",,,", "x-", "\u0000"
        }) {
            assertEquals(Locale.SIMPLIFIED_CHINESE, ProblemTexts.language(chinese), chinese);
        }
    }

    /** To be written anew from the message of this test, or with -Dgongkai.write. */
    @Test
    void the_listed_types_are_those_of_the_service() throws IOException {
        StringBuilder page = new StringBuilder("# Problem types of report-service\n\n"
                + "Made from `ProblemType`; each is `urn:gongkai:problem:<slug>`.\n\n"
                + "| slug | status | 中文 | English |\n|---|---|---|---|\n");
        for (ProblemType type : ProblemType.values()) {
            page.append("| `%s` | %d | %s | %s |\n"
                    .formatted(
                            type.slug(),
                            type.status(),
                            ProblemTexts.in(Locale.SIMPLIFIED_CHINESE).title(type),
                            ProblemTexts.in(Locale.ENGLISH).title(type)));
        }
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(LISTED, page);
        }
        assertEquals(page.toString(), Files.readString(LISTED));
    }
}
