package org.gongkai.report.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;
import org.gongkai.report.form.Forms;
import org.gongkai.report.form.TablesFixtures;
import org.gongkai.report.statement.StatementFixtures;

/** Tables to hand to a rule: those of Qingyang 2021, true or changed. */
final class CheckFixtures {

    static final Form FORM = Forms.FORM_2021;

    private static final Figures QINGYANG = Figures.of(FORM, StatementFixtures.qingyang());

    private final Map<String, BigDecimal> cells = new HashMap<>();
    private final List<Tables.Member> came = new ArrayList<>();
    private final List<Tables.Member> went = new ArrayList<>();
    private final Map<Integer, String> texts = new HashMap<>();
    private boolean government = true;
    private boolean mayIssueRules = true;
    private Form form = FORM;
    private Integer year = 2021;
    private LocalDate publishedOn = LocalDate.of(2022, 3, 1);

    /** As published, the year before closing as it opens, with a text that leaves nothing out. */
    static CheckFixtures qingyang() {
        CheckFixtures tables = new CheckFixtures();
        QINGYANG.all()
                .forEach(figure ->
                        tables.cells.put(figure.path(), figure.quantity().value()));
        tables.set("timeliness.overdue", "0");
        return tables.text(
                        1,
                        "主动公开政府信息99031条，其中县（区）政府及所属部门主动公开65781条，占66.42%。"
                                + "办理政府信息公开申请148件（含新收142件、上年结转6件），同比减少20.86%。工作考核、社会评议和责任追究结果")
                .text(6, "2021年未收取信息处理费。");
    }

    /** Tables of 2020 in the form of 2019, and the year before in the same. */
    static CheckFixtures made2020() {
        CheckFixtures tables = new CheckFixtures();
        tables.form = Forms.FORM_2019;
        for (FormCell cell : Forms.FORM_2019.cells()) {
            tables.cells.put(cell.path(), TablesFixtures.number(TablesFixtures.made2020(), cell));
            tables.cells.put("previous." + cell.path(), TablesFixtures.number(TablesFixtures.made2019(), cell));
        }
        return tables.published(2020, "2021-03-31");
    }

    CheckFixtures published(Integer year, String day) {
        this.year = year;
        publishedOn = day == null ? null : LocalDate.parse(day);
        return this;
    }

    CheckFixtures department() {
        government = false;
        return this;
    }

    /** The same, to be changed by itself. */
    CheckFixtures copy() {
        CheckFixtures other = new CheckFixtures();
        other.cells.putAll(cells);
        other.came.addAll(came);
        other.went.addAll(went);
        other.texts.putAll(texts);
        other.government = government;
        other.mayIssueRules = mayIssueRules;
        other.form = form;
        return other.published(year, publishedOn == null ? null : publishedOn.toString());
    }

    Form form() {
        return form;
    }

    CheckFixtures set(String path, String value) {
        if (value == null) {
            cells.remove(path);
        } else {
            cells.put(path, new BigDecimal(value));
        }
        return this;
    }

    CheckFixtures add(String path, int delta) {
        cells.merge(path, BigDecimal.valueOf(delta), BigDecimal::add);
        return this;
    }

    CheckFixtures without(String prefix) {
        cells.keySet().removeIf(path -> path.startsWith(prefix));
        return this;
    }

    CheckFixtures text(int section, String text) {
        texts.put(section, text);
        return this;
    }

    /** Last year has an edition, and nothing came late. */
    CheckFixtures printed() {
        FORM.applications()
                .columns()
                .forEach(column -> cells.put(
                        Tables.LIVE_CLOSING + column.code(),
                        cells.get("previous.applications.CARRIED_OUT." + column.code())));
        return this;
    }

    CheckFixtures came(Tables.Member member) {
        came.add(member);
        return this;
    }

    CheckFixtures went(Tables.Member member) {
        went.add(member);
        return this;
    }

    CheckFixtures mayIssueRules(boolean may) {
        mayIssueRules = may;
        return this;
    }

    Tables tables() {
        Map<String, BigDecimal> ofTheReport = new HashMap<>();
        Map<String, Map<String, BigDecimal>> subordinates = new HashMap<>();
        cells.forEach((path, value) -> {
            if (path.startsWith(Figures.SUBORDINATES)) {
                int end = path.indexOf('.', Figures.SUBORDINATES.length());
                subordinates
                        .computeIfAbsent(path.substring(Figures.SUBORDINATES.length(), end), none -> new HashMap<>())
                        .put(path.substring(end + 1), value);
            } else {
                ofTheReport.put(path, value);
            }
        });
        return new Tables(ofTheReport, subordinates, came, went, new Tables.Reporter(government, mayIssueRules), texts)
                .issued(year, publishedOn);
    }

    /** A body with open applications of one type, and normative documents in force. */
    static Tables.Member member(String name, String column, long open, long documents) {
        Map<String, Long> carriedOut = new LinkedHashMap<>();
        FORM.applications().columns().forEach(each -> carriedOut.put(each.code(), 0L));
        carriedOut.put(column, open);
        carriedOut.put("TOTAL", open);
        return new Tables.Member(name, carriedOut, Map.of("RULES", 0L, "NORMATIVE_DOCS", documents));
    }
}
