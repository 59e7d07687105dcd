package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.gongkai.local.LocalSystem;
import org.gongkai.local.demo.Body;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Qingyang's report as a browser shows it, on a desk, on a telephone and on paper, and as axe judges it for who does not see it. */
class ReportPageIT {

    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;

    /** The tables beside the charts, which are folded up. */
    private static final String OPEN_ALL =
            "() => document.querySelectorAll('details').forEach(details => { details.open = true; })";

    private static final String WIDE_TABLES_SCROLL =
            "() => [...document.querySelectorAll('table:not(.chart)')].every(table => table.closest('.scroll'))";

    /** What reaches beyond the window or out of its own block; a table may, in a place of its own that scrolls. */
    private static final String BEYOND_THE_WINDOW = """
            () => [...document.querySelectorAll('html, h1, h2, h3, p, li, dt, dd, figure, .scroll')]
                .filter(part => part.getClientRects().length > 0)
                .filter(part => part.getBoundingClientRect().left < 0
                    || part.getBoundingClientRect().right > window.innerWidth
                    || !part.matches('.scroll') && part.scrollWidth > part.clientWidth)
                .map(part => part.tagName + ' ' + part.textContent.trim().slice(0, 30))""";

    private static Chromium chromium;
    private static String url;
    private static String token;

    @BeforeAll
    static void the_report() {
        assumeTrue(
                Chromium.found(),
                "Chromium (chromium in PATH, or -Dgongkai.chromium=) is missing, so no browser has opened the page;"
                        + " deploy/local/test installs it");
        DemoReports.folder();
        LocalSystem system = RunningSystem.get();
        url = system.report() + "/reports/" + Body.CITY + "/2021.html";
        token = system.tokens().token("reader", Body.CITY);
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, TELEPHONE})
    void axe_finds_no_fault_and_the_page_asks_for_nothing_and_complains_of_nothing(int width) {
        try (Chromium.Shown shown = chromium.open(url, token, width)) {
            assertEquals("庆阳市2021年政府信息公开工作年度报告", shown.page().title());
            assertEquals(List.of(url), shown.requests());
            assertEquals(List.of(), shown.complaints());
            shown.page().evaluate(OPEN_ALL);
            assertEquals(List.of(), faults(shown.page()));
        }
    }

    @Test
    void axe_finds_no_fault_in_what_is_printed() {
        try (Chromium.Shown shown = chromium.open(url, token, DESK)) {
            shown.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertEquals(false, shown.page().locator("aside").isVisible());
            assertEquals(List.of(), faults(shown.page()));
        }
    }

    @Test
    void on_a_telephone_no_text_must_be_scrolled_sideways_and_each_table_scrolls_by_itself() {
        try (Chromium.Shown shown = chromium.open(url, token, TELEPHONE)) {
            shown.page().evaluate(OPEN_ALL);

            assertEquals(List.of(), shown.page().evaluate(BEYOND_THE_WINDOW));
            assertEquals(true, shown.page().evaluate(WIDE_TABLES_SCROLL));
        }
    }

    @Test
    void a_page_that_is_spoilt_is_found_out() {
        try (Chromium.Shown shown = chromium.open(url, token, TELEPHONE)) {
            shown.page().evaluate("() => document.documentElement.removeAttribute('lang')");
            shown.page().evaluate("() => { document.querySelector('main p').style.width = '500px'; }");
            shown.page()
                    .evaluate(
                            "() => { const picture = new Image(); picture.src = '/nowhere.png';"
                                    + " document.querySelector('main').append(picture); return picture.decode().catch(() => 0); }");

            List<String> faults = faults(shown.page());
            assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("html-has-lang")), faults::toString);
            assertTrue(faults.stream().anyMatch(fault -> fault.startsWith("image-alt")), faults::toString);
            assertTrue(!((List<?>) shown.page().evaluate(BEYOND_THE_WINDOW)).isEmpty());
            assertEquals(2, shown.requests().size(), shown.requests()::toString);
            assertEquals(1, shown.complaints().size(), shown.complaints()::toString);
        }
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(ReportPageIT::said).toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
