package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.igregulator.webhooks.api.console.Browser.Look;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages in a real browser: what people do with them, and how they look at each width and in each theme. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
    private static final Path PICTURES = Path.of("target/pages");

    private Browser browser;
    private RunningApi api;
    private Stage stage;

    @BeforeAll
    void start() {
        browser = Browser.open();
        api = RunningApi.with(Map.of("webhooks.url.allow-http", "true", "webhooks.url.allowed-cidrs", "127.0.0.0/8"));
        stage = new Stage(api);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (api != null) {
            api.close();
        }
    }

    @BeforeEach
    void begin() {
        browser.shows(Look.DESK);
        browser.get(console("/console/login"));
        browser.forgetCookies();
        assertThat(browser.complaints()).isEmpty();
    }

    /** No report of the policy, no failed request, no error: in whatever a test has done. */
    @AfterEach
    void hasNothingToComplainOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    private String console(String path) {
        return "http://localhost:" + api.operatorPort() + path;
    }

    private String portal(String path) {
        return "http://localhost:" + api.port() + path;
    }

    private void logIn() {
        browser.get(console("/console"));
        browser.type("#token", RunningApi.OPERATOR_TOKEN);
        browser.click("main button");
        browser.reads("An id of any kind");
    }

    private void enter(String role) {
        browser.get(portal(Visitor.link(api, stage.account, role)));
        browser.reads("Endpoints");
    }

    @Test
    void theOperatorLogsInAndOutAndIsLoggedOutInTime() {
        browser.get(console("/console/accounts"));
        browser.type("#token", RunningApi.OPERATOR_TOKEN);
        browser.click("main button");
        browser.reads("Acme Affiliates");
        assertThat(browser.path()).isEqualTo("/console/accounts");

        browser.click(".who button");
        browser.reads("Operator's console");
        browser.get(console("/console/accounts"));
        assertThat(browser.path()).startsWith("/console/login?to=");

        logIn();
        try {
            api.clock().advance(Duration.ofHours(9));
            browser.get(console("/console/accounts"));
            assertThat(browser.path()).startsWith("/console/login?to=");
        } finally {
            api.clock().reset();
        }
    }

    @Test
    void supportFindsAnEventAndReadsWhyACustomerDidNotGetIt() {
        logIn();

        browser.press("/");
        browser.run(
                "document.activeElement.value = '" + stage.event + "'; document.activeElement.form.requestSubmit()");
        browser.reads("2 endpoints have a delivery of it");
        browser.reads("Acme Affiliates");

        browser.get(console("/console/accounts/" + stage.account + "/events/" + stage.event));
        browser.reads("were not sent it");
        assertThat(browser.text()).contains("It was not active.").contains("127.0.0.1:9/hooks/staging");
    }

    @Test
    void aCustomerMakesAnEndpointTestsItAndSeesItsSecretOnce() {
        try (Receiver receiver = new Receiver()) {
            enter("editor");
            browser.click(".over .button");
            browser.reads("New endpoint");
            browser.type("#url", receiver.url());
            browser.click("input[value='license.issued']");
            browser.click("main button[type=submit]");
            browser.reads("It is shown once");
            String secret = browser.text("#secret");
            assertThat(secret).startsWith("whsec_");

            browser.click("main a.button");
            browser.reads("Nothing has been sent to it yet");
            assertThat(browser.text()).doesNotContain(secret);
            browser.click("#test button");
            browser.reads("HTTP 200");
            assertThat(receiver.received()).hasSize(1);

            browser.click("main a.button");
            browser.reads("Delete");
            browser.type("#host", "127.0.0.1");
            browser.click("form[action$='/delete'] button");
            browser.reads("Deleted, with its secrets");
        }
    }

    @Test
    void rowsAreWalkedByKeysAndTimesAreTheReaders() {
        enter("viewer");
        browser.press("j");
        browser.press("j");
        assertThat(browser.run("return document.activeElement.closest('tr').rowIndex"))
                .isEqualTo(2L);
        browser.press("k");
        assertThat(browser.run("return document.activeElement.closest('tr').rowIndex"))
                .isEqualTo(1L);
        assertThat(browser.run("return Intl.DateTimeFormat().resolvedOptions().timeZone"))
                .isEqualTo(browser.text("[data-zone]"));
    }

    @Test
    void everyPageHoldsAtEveryWidthAndInEveryTheme() {
        List<Shot> shots = new ArrayList<>();
        logIn();
        operatorsPages().forEach((name, path) -> shots.addAll(look("console-" + name, console(path))));
        enter("editor");
        customersPages().forEach((name, path) -> shots.addAll(look("portal-" + name, portal(path))));

        assertThat(shots).hasSizeGreaterThan(80);
        assertSoftly(softly -> shots.forEach(shot -> shot.check(softly)));
    }

    private Map<String, String> operatorsPages() {
        String account = "/console/accounts/" + stage.account;
        return Map.ofEntries(
                Map.entry("find", "/console"),
                Map.entry("found", "/console/find?q=127"),
                Map.entry("found-nothing", "/console/find?q=nothing-like-this"),
                Map.entry("accounts", "/console/accounts"),
                Map.entry("account", account),
                Map.entry("endpoints", account + "/endpoints"),
                Map.entry("endpoint", account + "/endpoints/" + stage.endpoint("held")),
                Map.entry("event", "/console/events/" + stage.event),
                Map.entry("event-in-account", account + "/events/" + stage.event),
                Map.entry("changes", "/console/changes"));
    }

    private Map<String, String> customersPages() {
        String endpoints = "/portal/endpoints/";
        return Map.ofEntries(
                Map.entry("endpoints", "/portal/endpoints"),
                Map.entry("new-endpoint", "/portal/endpoints/new"),
                Map.entry("endpoint-healthy", endpoints + stage.endpoint("healthy")),
                Map.entry("endpoint-failing", endpoints + stage.endpoint("failing")),
                Map.entry("endpoint-paused", endpoints + stage.endpoint("paused")),
                Map.entry("endpoint-stopped", endpoints + stage.endpoint("stopped")),
                Map.entry("endpoint-gone", endpoints + stage.endpoint("gone")),
                Map.entry("deliveries", endpoints + stage.endpoint("healthy") + "/deliveries"),
                Map.entry("deliveries-none", endpoints + stage.endpoint("healthy") + "/deliveries?status=pending"),
                Map.entry("delivery", endpoints + stage.endpoint("healthy") + "/deliveries/" + stage.failed),
                Map.entry("event", "/portal/events/" + stage.event),
                Map.entry("event-types", "/portal/event-types"),
                Map.entry("event-type", "/portal/event-types/license.status_changed"),
                Map.entry("keys", "/portal/keys"),
                Map.entry("changes", "/portal/changes"));
    }

    /** Rules of accessibility where they differ: at a desk in daylight, on a telephone in the dark. */
    private List<Shot> look(String name, String url) {
        List<Shot> shots = new ArrayList<>();
        for (Look look : Look.all()) {
            browser.shows(look);
            browser.get(url);
            boolean thorough = look.equals(Look.DESK) || look.equals(Look.TELEPHONE);
            shots.add(new Shot(
                    name + " " + look,
                    browser.complaints(),
                    browser.overflows(),
                    thorough ? browser.barriers() : List.of()));
            if (Boolean.getBoolean("pages.pictures")) {
                browser.picture(PICTURES.resolve(name + "-" + look + ".png"));
            }
        }
        return shots;
    }

    /** How a page was. */
    private record Shot(String name, List<String> complaints, boolean overflows, List<String> barriers) {
        void check(SoftAssertions softly) {
            softly.assertThat(complaints).as(name).isEmpty();
            softly.assertThat(overflows).as(name + " overflows").isFalse();
            softly.assertThat(barriers).as(name).isEmpty();
        }
    }
}
