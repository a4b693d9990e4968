package io.igregulator.webhooks.api.console;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real Chromium. Where there is none the test is skipped, unless the environment says that it has to be there. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Rules that look at one page, of what is agreed on. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            String reason = CHROMIUM + " and " + DRIVER + " are not installed (Debian's chromium and chromium-driver)";
            if ("required".equals(System.getenv("WEBHOOKS_TOOLCHAINS"))) {
                fail(reason);
            }
            abort(reason);
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options()));
    }

    private static ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--lang=en-GB");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    void shows(Look look) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        look.width(),
                        "height",
                        look.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        look.isNarrow()));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"))));
    }

    void get(String url) {
        driver.get(url);
    }

    String path() {
        return driver.getCurrentUrl().replaceFirst("https?://[^/]+", "");
    }

    String text() {
        return find("body").getText();
    }

    String text(String selector) {
        return find(selector).getText();
    }

    List<String> all(String selector, String attribute) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(element -> String.valueOf(element.getDomAttribute(attribute)))
                .toList();
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Without a wait: what follows {@linkplain #reads is awaited}. */
    void click(String selector) {
        find(selector).click();
    }

    void press(String key) {
        find("body").sendKeys(key);
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    /** Waits until the page is there that has a text. What is asked of a page that is just being left fails, and is asked again. */
    void reads(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .withMessage(() -> "'" + text + "' in " + driver.getPageSource())
                .until(waiting -> text().contains(text));
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    Object run(String script) {
        return Objects.requireNonNullElse(driver.executeScript(script), "");
    }

    void forgetCookies() {
        driver.manage().deleteAllCookies();
    }

    /** Everything that the browser had to say since it was asked last: violations of the policy, failed requests, errors. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** Elements that reach beyond the page's right edge. */
    boolean overflows() {
        return (Boolean) run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** What a rule of accessibility finds. */
    List<String> barriers() {
        return new AxeBuilder()
                .withTags(RULES).analyze(driver).getViolations().stream()
                        .map(Browser::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml() + " "
                                + node.getAny().stream()
                                        .map(check -> check.getMessage())
                                        .toList())
                        .toList();
    }

    /** The whole page, for people to look at. */
    void picture(Path file) {
        Object height = run("return Math.max(document.documentElement.scrollHeight, 200)");
        Object width = run("return window.innerWidth");
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** A width and a theme. */
    record Look(int width, int height, boolean dark) {
        static final Look DESK = new Look(1280, 900, false);
        static final Look TELEPHONE = new Look(390, 844, true);

        static List<Look> all() {
            return List.of(DESK, new Look(1280, 900, true), new Look(390, 844, false), TELEPHONE);
        }

        boolean isNarrow() {
            return width < 800;
        }

        @Override
        public String toString() {
            return width + (dark ? "-dark" : "-light");
        }
    }
}
