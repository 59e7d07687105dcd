package org.gongkai.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chromium of this machine, without a window: what a browser makes of a page. */
final class Chromium implements AutoCloseable {

    private static final Optional<Path> PROGRAM = Programs.find("chromium");
    private static final int HEIGHT = 800;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    /** Whether there is one. */
    static boolean found() {
        return PROGRAM.isPresent();
    }

    static Chromium start() {
        return new Chromium();
    }

    /**
     * A page as it is shown.
     *
     * @param requests every address that was asked for, the page's own first
     * @param complaints errors and warnings on the console, and of scripts
     */
    record Shown(Page page, List<String> requests, List<String> complaints) implements AutoCloseable {

        @Override
        public void close() {
            page.context().close();
        }
    }

    /**
     * Opens a page and waits until it asks for nothing more.
     *
     * @param token of who looks at it
     * @param width of the window in pixels
     */
    Shown open(String url, String token, int width) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, HEIGHT)
                        .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token)))
                .newPage();
        Shown shown = new Shown(page, new ArrayList<>(), new ArrayList<>());
        page.onRequest(request -> shown.requests().add(request.url()));
        page.onConsoleMessage(message -> complain(message, shown.complaints()));
        page.onPageError(error -> shown.complaints().add(error));
        page.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        return shown;
    }

    private static void complain(ConsoleMessage message, List<String> complaints) {
        if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " (" + message.location() + ")");
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
