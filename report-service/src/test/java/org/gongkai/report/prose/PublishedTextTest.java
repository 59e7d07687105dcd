package org.gongkai.report.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.StatementFixtures;
import org.junit.jupiter.api.Test;

/** The generated report of Qingyang 2021 beside the published one, sentence by sentence. */
class PublishedTextTest {

    private static final Form FORM = Forms.FORM_2021;
    private static final Pattern FIGURE = Pattern.compile("[0-9]");

    /** Every difference, each of which must occur: what was published, and what stands instead. */
    private static final List<String[]> DIFFERENCES = List.of(
            // the increase was a decrease: 148 against 187
            difference("同比增加20.86%", "同比减少20.86%"),
            // two sentences without their full stop
            difference("占33.58%县", "占33.58%。县"),
            difference("占66.42%通过", "占66.42%。通过"),
            // the six channels add to more than the items, and say why
            difference(
                    "等其他渠道公开11576条。",
                    "等其他渠道公开11576条。以上六类渠道合计99095条次，较主动公开政府信息99031条多64条次，" + "系同一信息在两个以上渠道公开，条数只计一次，各渠道分别计数。"),
            // misprints
            difference("35个市政府相有关部门", "35个市政府有关部门"),
            difference("8个（县区）", "8个县（区）"));

    private final Statement statement = StatementFixtures.qingyang();
    private final Narrative narrative = new Narrative(FORM, Figures.of(FORM, statement), statement, Map.of());
    private final String published = published();

    @Test
    void sentences_with_figures_of_section_one_differ_from_the_published_ones_only_as_listed() {
        String expected = fullWidth(between("一、总体情况", "二、主动公开政府信息情况"));
        for (String[] difference : DIFFERENCES) {
            assertEquals(1, occurrences(expected, difference[0]), difference[0]);
            expected = expected.replace(difference[0], difference[1]);
        }

        List<String> ours = withFigures(narrative.section(1).text());

        assertEquals(String.join("\n", withFigures(expected)), String.join("\n", ours));
        assertEquals(13, ours.size());
    }

    /** The whole section as the office puts it, its figures as placeholders: every letter, but for what is listed. */
    @Test
    void section_one_in_full_is_the_published_one_with_the_figures_bound() throws IOException {
        String written = new String(
                PublishedTextTest.class
                        .getResourceAsStream("/qingyang/section-1-2021.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertFalse(FIGURE.matcher(written.replaceAll("\\{\\{[^}]*}}", "")).find(), "a figure is typed");
        String expected = fullWidth(between("一、总体情况", "二、主动公开政府信息情况"));
        for (String[] difference : DIFFERENCES) {
            expected = expected.replace(difference[0], difference[1]);
        }
        String paragraphs = expected.lines()
                .map(line -> line.replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", ""))
                .filter(line -> !line.isEmpty() && !line.endsWith(".jpg"))
                .collect(java.util.stream.Collectors.joining("\n"));

        Narrative office = new Narrative(FORM, Figures.of(FORM, statement), statement, Map.of(1, written));

        assertEquals(paragraphs, office.section(1).text());
    }

    @Test
    void headings_of_section_one_are_the_published_ones() {
        List<String> headings = Arrays.stream(
                        fullWidth(between("一、总体情况", "二、主动公开政府信息情况")).split("\\R"))
                .filter(line -> line.startsWith("（"))
                .map(line -> line.substring(0, line.indexOf('。') + 1))
                .toList();
        List<String> ours = Arrays.stream(narrative.section(1).text().split("\n"))
                .map(line -> line.substring(0, line.indexOf('。') + 1))
                .toList();

        assertEquals(5, headings.size());
        assertEquals(headings, ours);
    }

    @Test
    void titles_of_sections_three_four_and_five_are_the_official_ones() {
        List<String> printed = List.of(
                "一、总体情况",
                "二、主动公开政府信息情况",
                "三、依申请公开政府信息情况",
                "四、行政复议、行政诉讼和举报投诉情况",
                "五、政府信息公开工作存在的主要问题及改进情况",
                "六、其他需要报告的事项");
        printed.forEach(title -> assertTrue(published.contains(title), title));
        List<String> ours = narrative.sections().stream()
                .skip(1)
                .map(Narrative.Section::title)
                .toList();
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < printed.size(); i++) {
            if (!printed.get(i).equals(ours.get(i))) {
                differing.add(i + 1);
            }
        }
        assertEquals(List.of(3, 4, 5), differing);
        assertEquals(FORM.sections(), ours);
    }

    @Test
    void the_preamble_is_the_published_one_with_the_data_of_the_organisation() {
        String expected = fullWidth(between("发布时间:2022-03-01 15:21:31 【字体:", "一、总体情况"))
                .replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "")
                .replace("https：//", "https://")
                // what is not of the organisation: a plan of its province, and a name of its portal
                .replace("》（以下简称《条例》）、《", "》（以下简称《条例》）和《")
                .replace("和《甘肃省2021年政务公开工作要点》", "")
                .replace("中国庆阳政府门户网站", "庆阳市政府门户网站")
                .replace("<", "〈")
                .replace(">", "〉");

        assertEquals(expected, narrative.section(0).text());
    }

    @Test
    void section_four_speaks_of_complaints_only_where_they_were_reported() {
        String sentence = published
                .lines()
                .filter(line -> line.startsWith("2021年未收到"))
                .findFirst()
                .map(PublishedTextTest::fullWidth)
                .orElseThrow();
        assertEquals(sentence.replace("举报投诉和", ""), narrative.section(4).text());

        ObjectNode reported = StatementFixtures.qingyangJson();
        reported.withObject("/indicators").put("COMPLAINTS_RECEIVED", 0);
        Statement told = StatementFixtures.of(reported);
        Narrative other = new Narrative(FORM, Figures.of(FORM, told), told, Map.of());
        assertEquals(sentence, other.section(4).text());
    }

    @Test
    void section_six_begins_with_the_sentence_on_fees_and_goes_on_as_published() {
        String sentence = fullWidth(between("六、其他需要报告的事项", "分享到")).strip();

        assertEquals(
                "2021年，全市各级行政机关未收取政府信息公开信息处理费。\n" + sentence,
                narrative.section(6).text());
    }

    private static String[] difference(String published, String ours) {
        return new String[] {published, ours};
    }

    /** Sentences that carry a figure other than a year. */
    private static List<String> withFigures(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            for (String sentence : paragraph.split("(?<=。)")) {
                String plain = sentence.replaceAll("20[0-9]{2}年", "");
                if (FIGURE.matcher(plain).find() && sentence.endsWith("。")) {
                    sentences.add(sentence.strip());
                }
            }
        }
        return sentences;
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** Brackets, commas, colons and semicolons of a Chinese text as the official form prints them. */
    private static String fullWidth(String text) {
        return text.replace('(', '（')
                .replace(')', '）')
                .replace(',', '，')
                .replace(':', '：')
                .replace(';', '；');
    }

    private String between(String begin, String end) {
        int from = published.lastIndexOf(begin, published.indexOf(end, published.indexOf(begin) + 1)) + begin.length();
        return published.substring(from, published.indexOf(end, from));
    }

    private static String published() {
        try (InputStream file = PublishedTextTest.class.getResourceAsStream("/qingyang/published-2021.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
