package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.holdfast.house.Debian;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages in a real browser, with a target that answers what nobody would want to see on a page.
class BrowserTest {
    private static final String HOSTILE = "relation \"<script>document.title='taken'</script>\" does not exist "
            + "<img src=x onerror=\"document.title='taken'\"> \u202Egnp.exe " + "x".repeat(10_000);

    @TempDir
    private static Path folder;

    private static World world;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        var chromium = Path.of(Debian.program("chromium", "chromium"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        world = new World(folder);
        world.oncallAnswers(403);
        world.answers("/flags", 401, "").answers("/health", 200, "ok");
        world.watches("""
                - {name: flags, group: admin, url: "TARGET/flags", expect: {status: 401}}
                - {name: health, url: "TARGET/health"}
                """);
        world.stateIs("flags", "up");
        world.stateIs("health", "up");
        world.answers("/flags", 500, HOSTILE);
        world.stateIs("flags", "down");
        await("the channel gives up")
                .until(() ->
                        world.get("/api/v1/notifications?status=failed").body().contains("403"));
    }

    @AfterAll
    static void close() {
        if (world != null) {
            world.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void whatIsWrongIsFirstWithItsReasonAndNothingOfItRuns() {
        var page = visit("/", new Browser.NewContextOptions().setViewportSize(1280, 900));

        assertThat(page.title()).startsWith("1 regression");
        assertThat(page.locator(".incident h2").innerText()).startsWith("REGRESSION flags 401 → 500");
        assertThat(page.locator("script, img").count()).isZero();
        assertThat(page.locator("li.down a.name").innerText()).isEqualTo("flags");
        assertThat(page.locator("li.up a.name").innerText()).isEqualTo("health");
    }

    @Test
    void onAPhoneInTheDarkAndWithoutScriptsNothingRunsOutOfThePage() {
        var page = visit(
                "/",
                new Browser.NewContextOptions()
                        .setViewportSize(390, 800)
                        .setColorScheme(ColorScheme.DARK)
                        .setJavaScriptEnabled(false));

        var widest = page.locator("body > *, .incident, .evidence, .monitors li").all().stream()
                .mapToDouble(part -> part.boundingBox().x + part.boundingBox().width)
                .max();
        assertThat(widest.orElseThrow()).isLessThanOrEqualTo(390);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/phone-dark.png")));
    }

    @Test
    void theStoryOfAnIncidentIsOneClickAway() {
        var page = visit("/", new Browser.NewContextOptions());
        page.locator(".incident h2 a").click();

        var story = page.locator(".story").innerText();
        assertThat(story)
                .containsSubsequence(
                        "was good for the last time", "failed for the first time", "suspect → down", "oncall");
        assertThat(story).contains("incident.opened failed after 1 attempt", "403");
        assertThat(page.locator("script").count()).isZero();
        page.locator(".member").first().click();
        assertThat(page.locator("tr.fail").count()).isPositive();
    }

    @Test
    void aChannelThatFailsIsRedAboveAllElse() {
        var page = visit("/", new Browser.NewContextOptions().setViewportSize(1280, 900));

        var failing = page.locator(".own.failing");
        assertThat(failing.innerText())
                .startsWith("Channel oncall failing for ")
                .contains("403");
        assertThat(failing.boundingBox().y)
                .isLessThan(page.locator(".incident").first().boundingBox().y);
        assertThat(page.locator(".channels .down .name").innerText()).isEqualTo("oncall");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/failing-channel.png"))
                .setFullPage(true));
    }

    private static Page visit(String path, Browser.NewContextOptions options) {
        var page = browser.newContext(options).newPage();
        page.navigate("http://127.0.0.1:" + world.port() + path);
        return page;
    }
}
