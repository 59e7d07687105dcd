package org.gongkai.statistics.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTextsTest {

    private static final Path DOCUMENT = Path.of("../docs/contracts/problems/statistics.md");

    @Test
    void every_problem_has_a_title_and_a_detail_in_both_languages() {
        for (Problem problem : Problem.values()) {
            for (Locale language : new Locale[] {ProblemTexts.CHINESE, ProblemTexts.ENGLISH}) {
                assertFalse(ProblemTexts.title(problem, language).isBlank());
                assertFalse(ProblemTexts.detail(problem, language, "a", "b").isBlank());
            }
        }
    }

    @Test
    void both_bundles_have_the_same_keys_and_arguments() throws IOException {
        Properties chinese = bundle("problems_zh_CN.properties");
        Properties english = bundle("problems_en.properties");

        assertEquals(chinese.keySet(), english.keySet());
        chinese.forEach((key, text) -> {
            for (String argument : new String[] {"{0}", "{1}"}) {
                assertEquals(
                        text.toString().contains(argument),
                        english.get(key).toString().contains(argument),
                        key + " " + argument);
            }
        });
    }

    @Test
    void no_text_has_a_lone_apostrophe_which_would_swallow_arguments() throws IOException {
        for (String name : new String[] {"problems_zh_CN.properties", "problems_en.properties"}) {
            bundle(name)
                    .forEach((key, text) ->
                            assertFalse(text.toString().replace("''", "").contains("'"), key.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-|zh-CN",
                "zh-CN|zh-CN",
                "en|en",
                "en-GB|en",
                "de, en;q=0.5|en",
                "de|zh-CN",
                "zh, en|zh-CN",
                ";;;|zh-CN"
            })
    void the_caller_chooses_the_language_and_chinese_is_the_default(String header, String language) {
        assertEquals(language, ProblemTexts.language(header).toLanguageTag());
    }

    @Test
    void a_problem_of_the_database_is_told_from_a_bug() {
        assertTrue(DatabaseFailure.isOutage(new RuntimeException(new SQLException("gone", "57P01"))));
        assertTrue(DatabaseFailure.isOutage(new SQLException("Acquisition timeout")));
        assertFalse(DatabaseFailure.isOutage(new SQLException("syntax", "42601")));
        assertFalse(DatabaseFailure.isOutage(new RuntimeException("no SQL")));
    }

    @Test
    void the_document_lists_exactly_these_problems() throws IOException {
        String made = document();
        if (Boolean.getBoolean("gongkai.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, made);
        }

        assertEquals(
                made, Files.readString(DOCUMENT), "made anew by: mvn -pl statistics-service test -Dgongkai.write=true");
    }

    private static String document() {
        return "# Problems of statistics-service\n\n"
                + "Made from the enum `Problem` and its bundles; a test fails when this file drifts.\n"
                + "`type` is `urn:gongkai:problem:` and the slug.\n\n"
                + "| slug | status | zh-CN | en |\n|---|---|---|---|\n"
                + Arrays.stream(Problem.values())
                        .map(problem -> "| `" + problem.slug() + "` | " + problem.status() + " | "
                                + ProblemTexts.title(problem, ProblemTexts.CHINESE) + " | "
                                + ProblemTexts.title(problem, ProblemTexts.ENGLISH) + " |\n")
                        .collect(Collectors.joining());
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = ProblemTextsTest.class.getResourceAsStream("/" + name)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
