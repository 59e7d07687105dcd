package org.gongkai.report.check.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gongkai.report.check.typed.Remark.Outcome;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.Forms;
import org.gongkai.report.prose.Narrative;
import org.gongkai.report.statement.Statement;
import org.gongkai.report.statement.StatementFixtures;
import org.gongkai.report.statement.WholeStatement;
import org.junit.jupiter.api.Test;

/** The whole of a text that was published, and of those that the form's template writes. */
class PublishedFiguresTest {

    private static final Form FORM = Forms.FORM_2021;
    private static final List<String> TITLES = List.of(
            "一、总体情况", "二、主动公开政府信息情况", "三、依申请公开政府信息情况", "四、行政复议、行政诉讼和举报投诉情况", "五、政府信息公开工作存在的主要问题", "六、其他需要报告的事项");

    @Test
    void of_the_published_text_only_its_known_error_is_found() {
        List<String> found = all(cells(StatementFixtures.qingyang()), published()).stream()
                .filter(remark -> remark.verdict() != Outcome.AGREES)
                .map(remark -> remark.verdict() + " " + remark.section() + "." + remark.paragraph() + "."
                        + remark.sentence() + " " + remark.figure())
                .toList();

        assertEquals(List.of("CONTRADICTS 1.5.2 增加20.86%"), found);
    }

    /** Each figure of section one made another, in one place: by one at its last digit, and by its first digit. */
    @Test
    void every_figure_of_the_published_section_one_is_found_when_it_is_another() {
        Map<String, BigDecimal> cells = cells(StatementFixtures.qingyang());
        String section = published().get(1).replace("同比增加", "同比减少");
        assertEquals(List.of(), contradictions(cells, Map.of(1, section)));
        int changed = 0;
        List<String> missed = new ArrayList<>();
        for (Sentence sentence : Sentence.of(1, section)) {
            for (TypedFigure figure : sentence.figures()) {
                if (figure.exact()) {
                    for (BigDecimal other : others(figure)) {
                        String typed = other.toPlainString() + figure.unit();
                        String text = sentence.read().substring(0, figure.start())
                                + typed
                                + sentence.read().substring(figure.end());
                        String whole = section.replace(sentence.text(), text.replace("\u0000", ""));
                        changed++;
                        if (contradictions(cells, Map.of(1, whole)).isEmpty()) {
                            missed.add(figure.text() + " as " + typed + " in " + sentence.text());
                        }
                    }
                }
            }
        }
        System.out.println(changed + " changed figures, " + missed.size() + " missed");
        assertTrue(changed > 80, changed + " changed: the test shows little");
        assertEquals(List.of(), missed);
    }

    private static List<BigDecimal> others(TypedFigure figure) {
        BigDecimal first = figure.step()
                .movePointRight(figure.value()
                                .divide(figure.step())
                                .toBigInteger()
                                .toString()
                                .length()
                        - 1);
        return List.of(figure.value().add(figure.step()), figure.value().add(first.multiply(BigDecimal.valueOf(3))));
    }

    /** What the template writes of any counts is right, so nothing may be found in it. */
    @Test
    void in_what_the_template_writes_of_random_counts_nothing_is_found() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int figures = 0;
        for (int i = 0; i < 200; i++) {
            Statement statement = random(random);
            Figures of = Figures.of(FORM, statement);
            Map<Integer, String> texts = new TreeMap<>();
            new Narrative(FORM, of, statement, Map.of())
                    .sections().stream()
                            .filter(section ->
                                    section.number() > 0 && !section.text().isBlank())
                            .forEach(section -> texts.put(section.number(), section.text()));
            assertEquals(List.of(), contradictions(cells(statement), texts), texts::toString);
            figures += texts.values().stream()
                    .mapToInt(text -> Sentence.of(1, text).stream()
                            .mapToInt(sentence -> sentence.figures().size())
                            .sum())
                    .sum();
        }
        assertTrue(figures > 5_000, figures + " figures: the test shows little");
    }

    /** Whole counts: rows add up to their totals, blocks too; now and then nothing at all. */
    private static Statement random(Random random) {
        ObjectNode json = StatementFixtures.qingyangJson();
        int size = random.nextInt(6) == 0 ? 1 : 1 + random.nextInt(3_000);
        for (String path : List.of("", "/previous")) {
            ObjectNode rows = (ObjectNode) json.at(path + "/applications");
            for (Iterator<String> names = rows.fieldNames(); names.hasNext(); ) {
                fill((ObjectNode) rows.get(names.next()), random, size, "TOTAL");
            }
            results(rows);
        }
        json.withObject("/disputes").forEach(block -> fill((ObjectNode) block, random, size / 100 + 1, "TOTAL"));
        ObjectNode channels = json.withObject("/publications/byChannel");
        channels.fieldNames().forEachRemaining(channel -> channels.put(channel, random.nextInt(size * 100)));
        json.withObject("/publications").put("items", random.nextInt(size * 100));
        List.of("CITY", "COUNTY")
                .forEach(level ->
                        json.withObject("/levels/" + level + "/publications").put("items", random.nextInt(size * 100)));
        ObjectNode indicators = json.withObject("/indicators");
        List.copyOf(names(indicators)).forEach(name -> {
            if (random.nextInt(10) == 0) {
                indicators.remove(name);
            } else {
                indicators.put(name, random.nextInt(random.nextBoolean() ? 12 : 2_000));
            }
        });
        json.withObject("/processingFees")
                .put("cases", random.nextInt(3))
                .put("amountYuan", random.nextInt(10_000) + "." + random.nextInt(10) + "0");
        json.set("own", WholeStatement.countsOf(json));
        return StatementFixtures.of(json);
    }

    private static List<String> names(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void fill(ObjectNode row, Random random, int size, String total) {
        long sum = 0;
        for (String name : names(row)) {
            if (!name.equals(total)) {
                int count = random.nextInt(size);
                row.put(name, count);
                sum += count;
            }
        }
        row.put(total, sum);
    }

    /** 办理结果总计 is the sum of the outcomes, and what is left over is carried out. */
    private static void results(ObjectNode rows) {
        for (String column : names((ObjectNode) rows.get("RESULT_TOTAL"))) {
            long decided = FORM.applications().outcomes().stream()
                    .mapToLong(row -> rows.get(row).get(column).asLong())
                    .sum();
            ((ObjectNode) rows.get("RESULT_TOTAL")).put(column, decided);
            long in = rows.get("CARRIED_IN").get(column).asLong();
            long out = rows.get("CARRIED_OUT").get(column).asLong();
            ((ObjectNode) rows.get("NEW_RECEIVED")).put(column, Math.max(decided + out - in, 0));
        }
    }

    private static Map<String, BigDecimal> cells(Statement statement) {
        Map<String, BigDecimal> cells = new HashMap<>();
        Figures.of(FORM, statement)
                .all()
                .forEach(figure -> cells.put(figure.path(), figure.quantity().value()));
        return cells;
    }

    private static List<Remark> contradictions(Map<String, BigDecimal> cells, Map<Integer, String> texts) {
        return all(cells, texts).stream()
                .filter(remark -> remark.verdict() == Outcome.CONTRADICTS)
                .toList();
    }

    private static List<Remark> all(Map<String, BigDecimal> cells, Map<Integer, String> texts) {
        TypedText text = new TypedText(FORM, cells, List.of(), texts);
        List<Remark> remarks = new ArrayList<>(text.figures());
        remarks.addAll(text.sums());
        remarks.addAll(text.shares());
        remarks.addAll(text.changes());
        return remarks;
    }

    /** Sections one, two, three, four and six as they stand on the page. */
    private static Map<Integer, String> published() {
        String page;
        try (InputStream file = PublishedFiguresTest.class.getResourceAsStream("/qingyang/published-2021.txt")) {
            page = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Integer, String> sections = new TreeMap<>();
        int from = 0;
        for (int i = 0; i < TITLES.size(); i++) {
            int begin = page.indexOf("\n" + TITLES.get(i), from);
            int end = i + 1 < TITLES.size() ? page.indexOf("\n" + TITLES.get(i + 1), begin + 1) : page.indexOf("分享到");
            assertTrue(begin > 0 && end > begin, TITLES.get(i));
            sections.put(i + 1, page.substring(begin + 1 + TITLES.get(i).length(), end));
            from = end;
        }
        sections.remove(5);
        return sections;
    }
}
