package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets into the console and the portal, for how long, and what a browser learns about it. */
class EnteringIT {
    private static final String READER = "token-of-the-reader";
    private static final String RETURN_URL = "https://app.example.com/webhooks?tab=2";

    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.with(Map.of(
                "webhooks.operator.tokens[0].name", "support",
                "webhooks.operator.tokens[0].role", "read",
                "webhooks.operator.tokens[0].token", READER));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    /** The tries of a test are not those of the next one. */
    @BeforeEach
    void later() {
        api.clock().advance(Duration.ofMinutes(2));
    }

    @Test
    void aStrangerIsSentToTheLoginAndFromThereToThePageAskedFor() {
        Visitor stranger = Visitor.stranger(api.operator());

        Answer sent = stranger.get("/console/accounts?q=a%26b").is(303);
        assertThat(sent.header("Location")).isEqualTo("/console/login?to=%2Fconsole%2Faccounts%3Fq%3Da%2526b");

        Answer login = stranger.submit(
                stranger.page(sent.header("Location")), "/console/login", Map.of("token", RunningApi.OPERATOR_TOKEN));
        assertThat(login.is(303).header("Location")).isEqualTo("/console/accounts?q=a%26b");
        assertThat(stranger.with(login).page("/console/accounts?q=a%26b").title())
                .isEqualTo("Accounts · Webhooks");
    }

    @Test
    void theLoginLeadsNowhereElse() {
        Visitor stranger = Visitor.stranger(api.operator());
        for (String to :
                new String[] {"//evil.example", "https://evil.example/console", "/console\\evil", "/consoles"}) {
            Answer login = stranger.send("/console/login", Map.of("token", RunningApi.OPERATOR_TOKEN, "to", to));
            assertThat(login.is(303).header("Location")).as(to).isEqualTo("/console");
        }
    }

    @Test
    void aWrongTokenOpensNothingAndOnlyAFewMayBeTried() {
        Visitor stranger = Visitor.stranger(api.operator());
        for (int i = 0; i < 5; i++) {
            Answer refused = stranger.send("/console/login", Map.of("token", "not-the-token-of-the-tests"));
            assertThat(refused.is(401).header("Set-Cookie")).isEmpty();
            assertThat(refused.body()).contains("not a token");
        }

        Answer refused = stranger.send("/console/login", Map.of("token", RunningApi.OPERATOR_TOKEN))
                .is(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);

        api.clock().advance(Duration.ofMinutes(1).plusSeconds(1));
        stranger.send("/console/login", Map.of("token", RunningApi.OPERATOR_TOKEN))
                .is(303);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        Visitor stranger = Visitor.stranger(api.operator());
        String cookie = stranger.send("/console/login", Map.of("token", RunningApi.OPERATOR_TOKEN))
                .header("Set-Cookie");
        assertThat(cookie).matches("console=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");

        String portal = Visitor.stranger(api.anonymous())
                .get(Visitor.link(api, api.customer("pro").accountId(), "viewer"))
                .header("Set-Cookie");
        assertThat(portal).matches("portal=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void loggingOutEndsTheSessionForEveryHolderOfItsCookie() {
        Visitor operator = Visitor.operator(api);
        operator.page("/console/accounts");

        Answer out = operator.send("/console/logout", Map.of()).is(303);
        assertThat(out.header("Location")).isEqualTo("/console/login");
        assertThat(out.header("Set-Cookie")).startsWith("console=;").contains("Max-Age=0");

        operator.get("/console/accounts").is(303);
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndWhenItIsOld() {
        Visitor idle = Visitor.operator(api);
        api.clock().advance(Duration.ofHours(8).plusSeconds(1));
        assertThat(idle.get("/console/accounts").is(303).header("Location")).startsWith("/console/login");

        Visitor busy = Visitor.operator(api);
        for (int i = 0; i < 4; i++) {
            api.clock().advance(Duration.ofHours(5));
            busy.page("/console/accounts");
        }
        api.clock().advance(Duration.ofHours(5));
        busy.get("/console/accounts").is(303);
    }

    @Test
    void aFormOfASessionThatHasEndedIsAnsweredInWords() {
        Visitor operator = Visitor.operator(api);
        api.clock().advance(Duration.ofHours(9));

        Answer answer = operator.send("/console/accounts", Map.of("name", "Acme", "plan", "pro"));

        assertThat(Visitor.parse(answer.is(401)).text())
                .contains("You are not logged in")
                .contains("Log in");
    }

    @Test
    void aSessionEndsWithTheTokenThatOpenedIt() {
        try (RunningApi other = api.another(Map.of("webhooks.operator.token", "another-token-of-the-tests"))) {
            Visitor operator = Visitor.operator(api);
            operator.get("/console/accounts").is(200);

            new Visitor(other.operator().authorization(null), operator.cookie())
                    .get("/console/accounts")
                    .is(303);
        }
    }

    @Test
    void aReaderLooksAndChangesNothing() {
        String account = api.customer("pro").accountId();
        Visitor reader = Visitor.operator(api, READER);

        assertThat(reader.page("/console/accounts/" + account).select("main form"))
                .isEmpty();
        assertThat(reader.page("/console").text()).contains("support (read-only)");
        Answer refused = reader.send("/console/accounts/" + account + "/suspension", Map.of("what", "suspend_api"));
        assertThat(Visitor.parse(refused.is(403)).text()).contains("This session may look, not change anything");
        reader.send("/console/logout", Map.of()).is(303);
    }

    @Test
    void aFormOfAnotherOriginIsRefused() {
        Visitor operator = Visitor.operator(api);
        String host = "127.0.0.1:" + api.operatorPort();
        String form = "name=Acme&plan=pro&once=0a000000-0000-4000-8000-00000000000";

        operator.send("/console/accounts", form + 1, request -> request).is(403);
        operator.send("/console/accounts", form + 1, request -> request.setHeader("Sec-Fetch-Site", "cross-site"))
                .is(403);
        operator.send("/console/accounts", form + 1, request -> request.setHeader("Sec-Fetch-Site", "same-site"))
                .is(403);
        operator.send("/console/accounts", form + 1, request -> request.setHeader("Origin", "null"))
                .is(403);
        operator.send("/console/accounts", form + 1, request -> request.setHeader("Origin", "http://evil.example"))
                .is(403);
        operator.send(
                        "/console/accounts",
                        form + 1,
                        request ->
                                request.setHeader("Origin", "http://" + host).setHeader("Sec-Fetch-Site", "cross-site"))
                .is(403);
        operator.send("/console/accounts", form + 1, request -> request.setHeader("Origin", "http://" + host))
                .is(303);
    }

    @Test
    void aLinkElsewhereThatKeepsTheCookieBackIsFollowedByOurOwnPage() {
        Answer answer = api.operator()
                .authorization(null)
                .send(
                        "GET",
                        "/console/accounts",
                        BodyPublishers.noBody(),
                        request -> request.setHeader("Sec-Fetch-Site", "cross-site"));

        assertThat(Visitor.parse(answer.is(200)).selectFirst("meta[http-equiv=refresh]"))
                .isNotNull();
    }

    @Test
    void eachDoorIsOnItsOwnPortAndTakesItsOwnSessions() {
        Customer customer = api.customer("pro");
        Visitor operator = Visitor.operator(api);
        Visitor visitor = Visitor.portal(api, customer.accountId(), "editor");

        new Visitor(api.anonymous(), operator.cookie()).get("/console").isError(404, "not_found", "route_not_found");
        new Visitor(api.operator().authorization(null), visitor.cookie())
                .get("/portal/endpoints")
                .isError(404, "not_found", "route_not_found");
        new Visitor(api.anonymous(), operator.cookie().replace("console=", "portal="))
                .get("/portal/endpoints")
                .is(401);
        new Visitor(api.operator().authorization(null), visitor.cookie().replace("portal=", "console="))
                .get("/console/accounts")
                .is(303);
    }

    @Test
    void pagesAreNeitherStoredNorFramedAndRunNothingOfAnotherOrigin() {
        Answer page = Visitor.operator(api).get("/console/accounts").is(200);

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
                        + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");

        Answer styles = Visitor.stranger(api.anonymous())
                .get("/portal/assets/console.css?v=1")
                .is(200);
        assertThat(styles.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
        assertThat(styles.header("Cache-Control")).isEqualTo("max-age=300, public");
    }

    @Test
    void aLinkIntoThePortalWorksOnceAndForAMinute() {
        String account = api.customer("pro").accountId();
        Visitor stranger = Visitor.stranger(api.anonymous());
        String link = Visitor.link(api, account, "viewer");

        Answer entered = stranger.get(link).is(303);
        assertThat(entered.header("Location")).isEqualTo("/portal/endpoints");
        stranger.with(entered).page("/portal/endpoints");
        assertThat(Visitor.parse(stranger.get(link).is(404)).text()).contains("The link was used before");

        String late = Visitor.link(api, account, "viewer");
        api.clock().advance(Duration.ofSeconds(61));
        stranger.get(late).is(404);
        stranger.get("/portal/enter/x").is(404);
        stranger.get("/portal/endpoints").is(401);
    }

    @Test
    void onlyHashesOfLinksAndSessionsAreStored() {
        String account = api.customer("pro").accountId();
        String link = Visitor.link(api, account, "viewer");
        String cookie = Visitor.operator(api).cookie();

        String stored = String.join(
                "\n",
                api.database()
                        .sql("SELECT s::text FROM console_session s UNION ALL SELECT l::text FROM portal_link l"
                                + " UNION ALL SELECT encode(sha256, 'escape') FROM console_session"
                                + " UNION ALL SELECT encode(sha256, 'escape') FROM portal_link")
                        .query(String.class)
                        .list());

        assertThat(stored)
                .doesNotContain(link.substring(link.lastIndexOf('/') + 1))
                .doesNotContain(cookie.substring(cookie.indexOf('=') + 1))
                .doesNotContain(RunningApi.OPERATOR_TOKEN);
    }

    @Test
    void aVisitorWhoseSessionHasEndedGoesBackToWhereHeCameFrom() {
        Visitor visitor = returning(api.customer("pro").accountId());
        assertThat(visitor.page("/portal/endpoints").select(".who a").attr("href"))
                .isEqualTo(RETURN_URL);

        api.clock().advance(Duration.ofHours(1).plusSeconds(1));

        assertThat(visitor.get("/portal/endpoints").is(303).header("Location"))
                .isEqualTo(RETURN_URL + "&reason=expired");
        Answer form = visitor.send("/portal/endpoints", Map.of()).is(401);
        assertThat(Visitor.parse(form).select("a.button").attr("href")).isEqualTo(RETURN_URL);
    }

    @Test
    void aVisitorWhoLogsOutIsShownTheWayBack() {
        Visitor visitor = returning(api.customer("pro").accountId());

        Answer left = visitor.send("/portal/logout", Map.of()).is(200);

        assertThat(Visitor.parse(left).select("a.button").attr("href")).isEqualTo(RETURN_URL);
        // It has ended by wish: nothing is known of it any more.
        visitor.get("/portal/endpoints").is(401);
    }

    private static Visitor returning(String account) {
        String url = api.operator()
                .post(
                        "/operator/v1/accounts/" + account + "/portal_links",
                        "{\"role\": \"editor\", \"return_url\": \"" + RETURN_URL + "\", \"ttl\": \"10s\"}")
                .is(201)
                .json()
                .path("url")
                .asString();
        Visitor stranger = Visitor.stranger(api.anonymous());
        return stranger.with(stranger.get(URI.create(url).getPath()).is(303));
    }

    @Test
    void thePortalOfASuspendedAccountIsClosed() {
        Customer customer = api.customer("pro");
        Visitor visitor = Visitor.portal(api, customer.accountId(), "editor");

        api.operator()
                .patch("/operator/v1/accounts/" + customer.accountId(), "{\"suspended\": true}")
                .is(200);

        visitor.get("/portal/endpoints").is(402);
    }

    @Test
    void aLinkIsAskedForStrictly() {
        String path = "/operator/v1/accounts/" + api.customer("pro").accountId() + "/portal_links";
        Map.of(
                        "{}", "role",
                        "{\"role\": \"owner\"}", "role",
                        "{\"role\": \"viewer\", \"ttl\": \"601s\"}", "ttl",
                        "{\"role\": \"viewer\", \"ttl\": \"0s\"}", "ttl",
                        "{\"role\": \"viewer\", \"ttl\": \"1h\"}", "ttl",
                        "{\"role\": \"viewer\", \"return_url\": \"javascript:alert(1)\"}", "return_url",
                        "{\"role\": \"viewer\", \"return_url\": \"https://u:p@app.example.com/\"}", "return_url",
                        "{\"role\": \"viewer\", \"user\": \"x\"}", "user")
                .forEach((body, field) -> assertThat(api.operator()
                                .post(path, body)
                                .is(400)
                                .blames(field)
                                .status())
                        .as(body)
                        .isEqualTo(400));
        api.operator()
                .post(
                        "/operator/v1/accounts/0a000000-0000-4000-8000-000000000001/portal_links",
                        "{\"role\": \"viewer\"}")
                .isError(404, "not_found", "account_not_found");
    }

    @Test
    void entriesOfTheAuditLogSayWhoCameInAndWhoDidWhat() {
        Customer customer = api.customer("pro");
        Visitor visitor = Visitor.portal(api, customer.accountId(), "editor");
        visitor.submit(visitor.page("/portal/keys"), "/portal/keys", Map.of()).is(200);

        assertThat(api.operator()
                        .get("/operator/v1/audit?account_id=" + customer.accountId() + "&limit=3")
                        .json()
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("action").asString() + " by "
                                + entry.path("actor").path("type").asString() + " from "
                                + entry.path("actor").path("remote_address").asString()))
                .containsExactly(
                        "key.issued by portal from 127.0.0.1",
                        "session.opened by portal from 127.0.0.1",
                        "link.issued by operator from 127.0.0.1");
    }

    @Test
    void thePortalIsFramedWhereTheSettingsSaySo() {
        try (RunningApi embedded = RunningApi.with(Map.of(
                "webhooks.portal.embed-in[0]", "https://app.example.com",
                "webhooks.portal.url", "https://hooks.example.com"))) {
            String account = embedded.customer("pro").accountId();
            String url = embedded.operator()
                    .post("/operator/v1/accounts/" + account + "/portal_links", "{\"role\": \"viewer\"}")
                    .json()
                    .path("url")
                    .asString();
            assertThat(url).startsWith("https://hooks.example.com/portal/enter/");

            Answer entered =
                    Visitor.stranger(embedded.anonymous()).get(URI.create(url).getPath());
            assertThat(entered.header("Set-Cookie"))
                    .startsWith("__Host-portal=")
                    .contains("Secure")
                    .contains("SameSite=None")
                    .contains("Partitioned");
            assertThat(entered.header("Content-Security-Policy")).endsWith("frame-ancestors https://app.example.com");
            assertThat(Visitor.operator(embedded).get("/console").header("Content-Security-Policy"))
                    .endsWith("frame-ancestors 'none'");
        }
    }
}
