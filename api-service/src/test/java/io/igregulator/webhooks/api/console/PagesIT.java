package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.FannedOutEvents;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What pages show and what their forms do, without a script: each act is that of the API, its entry in the audit log included. */
class PagesIT {
    private final RunningApi api = RunningApi.development();
    private final Customer customer = api.customer("business");
    private final Visitor visitor = Visitor.portal(api, customer.accountId(), "editor");
    private final String account = "/console/accounts/" + customer.accountId();

    private String path(String endpoint) {
        return "/portal/endpoints/" + endpoint;
    }

    private String endpoint(String url) {
        return customer.client()
                .post(
                        "/v1/webhooks",
                        "{\"url\": \"" + url + "\", \"events\": [\"license.issued\"], \"watchlist_only\": false}")
                .is(201)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode webhook(String endpoint) {
        return customer.client().get("/v1/webhooks/" + endpoint).is(200).json();
    }

    /** Newest first. */
    private List<String> changes(String target) {
        return api.operator()
                .get("/operator/v1/audit?target=" + target)
                .json()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("action").asString() + " by "
                        + entry.path("actor").path("type").asString())
                .toList();
    }

    @Test
    void anEndpointIsMadeOnceAndItsSecretIsShownOnce() {
        Document empty = visitor.page("/portal/endpoints");
        assertThat(empty.select("main a.button").attr("href")).isEqualTo("/portal/endpoints/new");
        Document form = visitor.page("/portal/endpoints/new");
        Map<String, String> typed = Map.of(
                "url", "http://127.0.0.1:1/a", "description", "First", "events", "license.issued|coverage.degraded");

        Answer made = visitor.submit(form, "/portal/endpoints", typed).is(200);
        Document shown = Visitor.parse(made);
        String secret = shown.select("#secret").text();
        String path = shown.select("main a.button").attr("href");
        Answer again = visitor.submit(form, "/portal/endpoints", typed).is(303);

        assertThat(secret).startsWith("whsec_");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(again.header("Location")).isEqualTo(path + "?done=created_before");
        assertThat(visitor.get(again.header("Location")).is(200).body())
                .doesNotContain(secret)
                .contains("shown then");
        JsonNode made1 = webhook(path.substring(path.lastIndexOf('/') + 1));
        assertThat(made1.path("url").asString()).isEqualTo("http://127.0.0.1:1/a");
        assertThat(made1.path("events").size()).isEqualTo(2);
        assertThat(made1.path("watchlist_only").asBoolean()).isTrue();
        assertThat(customer.client().get("/v1/webhooks").json().path("webhooks").size())
                .isEqualTo(1);
        assertThat(changes(made1.path("id").asString())).containsExactly("endpoint.created by portal");
    }

    @Test
    void whatIsRefusedIsSaidBesideWhatWasTyped() {
        Answer refused = visitor.submit(
                visitor.page("/portal/endpoints/new"),
                "/portal/endpoints",
                Map.of("url", "https://10.0.0.1/", "description", "Mine", "events", "license.expired"));

        Document page = Visitor.parse(refused.is(400));
        assertThat(page.select(".notice-problem").text()).contains("does not lead to a public address");
        assertThat(page.select("#url").val()).isEqualTo("https://10.0.0.1/");
        assertThat(page.select("#url").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#description").val()).isEqualTo("Mine");
        assertThat(page.select("[name=events][checked]").eachAttr("value")).containsExactly("license.expired");
    }

    @Test
    void thePlanBoundsHowManyThereAre() {
        Customer starter = api.customer("starter");
        Visitor owner = Visitor.portal(api, starter.accountId(), "editor");
        Map<String, String> typed = Map.of("url", "http://127.0.0.1:1/a", "events", "license.issued");
        owner.submit(owner.page("/portal/endpoints/new"), "/portal/endpoints", typed)
                .is(200);

        Answer second = owner.submit(owner.page("/portal/endpoints/new"), "/portal/endpoints", typed);

        assertThat(Visitor.parse(second.is(403)).select(".notice-problem").text())
                .contains("1");
    }

    @Test
    void settingsAreSavedAndNotOverAnothersChange() {
        String endpoint = endpoint("http://127.0.0.1:1/a");
        Document page = visitor.page(path(endpoint));

        visitor.submit(
                        page,
                        path(endpoint),
                        Map.of("name", "Second", "description", "Two", "events", "license.expired|coverage.*"))
                .is(303);
        Answer late = visitor.submit(page, path(endpoint), Map.of("description", "Three", "events", "license.issued"));

        assertThat(Visitor.parse(late.is(412)).select("#description").val()).isEqualTo("Three");
        assertThat(webhook(endpoint).path("description").asString()).isEqualTo("Two");
        assertThat(webhook(endpoint).path("watchlist_only").asBoolean()).isFalse();
        Document now = visitor.page(path(endpoint));
        assertThat(now.select("[name=events][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("license.expired", "coverage.*");
        assertThat(now.select("h1").text()).isEqualTo("Second");
        assertThat(now.text()).contains("endpoint updated").contains("portal");
    }

    @Test
    void anEndpointIsPausedActivatedAndTriedNow() {
        String endpoint = endpoint("http://127.0.0.1:1/a");

        visitor.submit(visitor.page(path(endpoint)), path(endpoint) + "/pause", Map.of())
                .is(303);
        Document paused = visitor.page(path(endpoint) + "?done=paused");
        assertThat(paused.select(".health").text()).contains("paused").contains("Paused by its owner");
        assertThat(paused.select(".notice-done").text()).startsWith("Paused.");
        assertThat(webhook(endpoint).path("active").asBoolean()).isFalse();

        visitor.submit(paused, path(endpoint) + "/activate", Map.of()).is(303);
        assertThat(webhook(endpoint).path("active").asBoolean()).isTrue();

        Document page = visitor.page(path(endpoint));
        // The activation has just had it tried.
        Answer early = visitor.submit(page, path(endpoint) + "/resume", Map.of());
        assertThat(Visitor.parse(early.is(429)).select(".notice-problem").text())
                .contains("less than 10 s ago");
        api.database()
                .sql(
                        "UPDATE endpoint_resume SET requested_at = requested_at - interval '1 minute' WHERE endpoint_id = ?::uuid")
                .param(endpoint)
                .update();
        visitor.submit(page, path(endpoint) + "/resume", Map.of()).is(303);
        assertThat(changes(endpoint))
                .startsWith("endpoint.resumed by portal", "endpoint.updated by portal", "endpoint.updated by portal");
    }

    @Test
    void aTestOfAnyTypeShowsWhatWasSentAndAnswered() {
        try (Receiver receiver = new Receiver()) {
            String endpoint = endpoint(receiver.url());
            receiver.answer(503, "<b>later</b>");

            Answer sent = visitor.submit(
                    visitor.page(path(endpoint)),
                    path(endpoint) + "/test",
                    Map.of("event", "license.status_changed", "data", "{\"new_status\": \"revoked\"}"));

            Document page = Visitor.parse(sent.is(200));
            assertThat(page.select(".health").text()).contains("failed").contains("HTTP 503");
            assertThat(page.select("pre").eachText()).contains("<b>later</b>");
            assertThat(receiver.received()).hasSize(1);
            String body = receiver.received().getFirst().body();
            assertThat(body).contains("\"new_status\":\"revoked\"").contains("license.status_changed");
            assertThat(page.select("pre").eachText()).contains(body);
            assertThat(page.select(".headers").text()).contains("webhook-signature");

            receiver.answer(204, "");
            Answer ping = visitor.submit(visitor.page(path(endpoint)), path(endpoint) + "/test", Map.of());
            assertThat(Visitor.parse(ping.is(200)).select(".health").text()).contains("success");
            assertThat(receiver.received().getLast().body()).contains("test.ping");

            Answer broken =
                    visitor.submit(visitor.page(path(endpoint)), path(endpoint) + "/test", Map.of("data", "{\"a\": "));
            assertThat(Visitor.parse(broken.is(400)).select(".notice-problem").text())
                    .contains("not one JSON object");
        }
    }

    @Test
    void aRotatedSecretIsShownOnceAndTheOldOnesEndOnDemand() {
        String endpoint = endpoint("http://127.0.0.1:1/a");
        Document page = visitor.page(path(endpoint));

        Answer rotated = visitor.submit(page, path(endpoint) + "/rotate", Map.of());
        String secret = Visitor.parse(rotated.is(200)).select("#secret").text();
        Answer again = visitor.submit(page, path(endpoint) + "/rotate", Map.of());

        assertThat(secret).startsWith("whsec_");
        assertThat(again.is(412).body()).doesNotContain("whsec_");
        visitor.submit(visitor.page(path(endpoint)), path(endpoint) + "/revoke", Map.of())
                .is(303);
        assertThat(visitor.get(path(endpoint)).body()).doesNotContain(secret);
        assertThat(changes(endpoint)).startsWith("secret.revoked by portal", "secret.rotated by portal");
        assertThat(api.database()
                        .sql("SELECT count(*) FROM endpoint_secret WHERE endpoint_id = ?::uuid")
                        .param(endpoint)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anEndpointIsDeletedByTheNameOfItsHost() {
        String endpoint = endpoint("http://127.0.0.1:1/a");
        Document page = visitor.page(path(endpoint));

        Answer wrong = visitor.submit(page, path(endpoint) + "/delete", Map.of("host", "127.0.0.2"));
        assertThat(Visitor.parse(wrong.is(400)).select(".notice-problem").text())
                .contains("nothing was deleted".substring(1));
        webhook(endpoint);

        visitor.submit(page, path(endpoint) + "/delete", Map.of("host", "127.0.0.1"))
                .is(303);
        customer.client().get("/v1/webhooks/" + endpoint).is(404);
        assertThat(Visitor.parse(visitor.get(path(endpoint)).is(404)).text()).contains("No such webhook");
    }

    @Test
    void theOperatorStopsAnEndpointAndItsOwnerReadsWhy() {
        String endpoint = endpoint("http://127.0.0.1:1/a");
        String path = account + "/endpoints/" + endpoint;
        Visitor operator = Visitor.operator(api);

        operator.submit(operator.page(path), path + "/stop", Map.of("reason", "It floods us."))
                .is(303);

        Document owners = visitor.page(path(endpoint));
        assertThat(owners.select(".health").text()).contains("stopped").contains("It floods us.");
        assertThat(owners.select("form[action$=/activate], form[action$=/lift]"))
                .isEmpty();
        assertThat(owners.text()).contains("the platform's support");

        operator.submit(operator.page(path), path + "/lift", Map.of()).is(303);
        assertThat(webhook(endpoint).path("active").asBoolean()).isTrue();
        assertThat(operator.page(path).text()).doesNotContain("the platform's support");
    }

    @Test
    void deliveriesAreListedFilteredPagedAndShownWithTheirAttempts() {
        String endpoint = endpoint("http://127.0.0.1:1/a");
        History history = new History(api.database());
        Instant now = Instant.now();
        for (int i = 0; i < 51; i++) {
            history.write(endpoint, now.minusSeconds(60 + i), "license.issued", "success");
        }
        DeliveryId failed = history.write(endpoint, now.minusSeconds(30), "license.expired", "failed");
        history.attempt(failed, 1, now.minusSeconds(30), "no");

        Document list = visitor.page(path(endpoint) + "/deliveries");
        assertThat(list.select("tbody tr")).hasSize(50);
        assertThat(list.select("tbody tr td").getFirst().text()).isEqualTo("license.expired");
        assertThat(visitor.page(list.select(".more a").attr("href")).select("tbody tr"))
                .hasSize(2);
        Document filtered = visitor.page(path(endpoint) + "/deliveries?status=failed&event=");
        assertThat(filtered.select("tbody tr")).hasSize(1);
        assertThat(filtered.select("#status option[selected]").val()).isEqualTo("failed");
        assertThat(visitor.page(path(endpoint) + "/deliveries?status=retrying&event=")
                        .text())
                .contains("No delivery matches");
        visitor.get(path(endpoint) + "/deliveries?status=lost").is(400);
        assertThat(visitor.page(path(endpoint) + "/deliveries?answer=timeout").select("tbody tr"))
                .hasSize(1);
        assertThat(visitor.page(path(endpoint) + "/deliveries?answer=2xx&event=license.expired")
                        .text())
                .contains("No delivery matches");
        String minute =
                now.minusSeconds(60).truncatedTo(ChronoUnit.MINUTES).toString().substring(0, 16);
        assertThat(visitor.page(path(endpoint) + "/deliveries?since=" + minute + "&until=")
                        .select("#since")
                        .val())
                .isEqualTo(minute);
        assertThat(visitor.page(path(endpoint) + "/deliveries?since=2001-01-01T00:00&until=2001-01-02T00:00:30")
                        .text())
                .contains("No delivery matches");

        String path = filtered.select("tbody a").attr("href");
        Document delivery = visitor.page(path);
        assertThat(delivery.select(".line li").eachText())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("Attempt 1: HTTP 500 after 7 ms") && line.endsWith("no"));
        assertThat(delivery.select("pre").getLast().wholeText()).contains("\"n\": 1.50");

        visitor.submit(delivery, path + "/resend", Map.of()).is(303);
        assertThat(visitor.page(path + "?done=resent").select(".health").text()).contains("pending");
        assertThat(changes(failed.toString())).containsExactly("delivery.resent by portal");
    }

    @Test
    void aDeliveryOfAPausedEndpointSaysWhyItWaits() {
        String endpoint = endpoint("http://127.0.0.1:1/a");
        DeliveryId delivery = new History(api.database()).write(endpoint, Instant.now(), "license.issued", "retrying");
        customer.client()
                .patch("/v1/webhooks/" + endpoint, "{\"active\": false}")
                .is(200);

        assertThat(visitor.page(path(endpoint) + "/deliveries/" + delivery)
                        .select(".health")
                        .text())
                .contains("waits until its endpoint is active again");
    }

    @Test
    void anEventsPageSaysWhoReceivedItAndWhyTheOthersDidNot() {
        FannedOutEvents events = new FannedOutEvents(api.database());
        String sent = endpoint("http://127.0.0.1:1/sent");
        String not = endpoint("http://127.0.0.1:1/not");
        customer.client()
                .patch("/v1/webhooks/" + not, "{\"events\": [\"license.expired\"]}")
                .is(200);
        EventId event = events.ofOperator(EventType.LICENSE_ISSUED, "operator-" + UUID.randomUUID());
        DeliveryId delivery = events.deliver(event, EventType.LICENSE_ISSUED, sent);

        Document page = visitor.page("/portal/events/" + event);

        assertThat(page.select("h2").eachText())
                .startsWith("1 endpoint has a delivery of it", "1 endpoint was not sent it");
        assertThat(page.select("tbody tr").eachText())
                .satisfiesExactly(
                        row -> assertThat(row)
                                .startsWith("127.0.0.1:1/sent")
                                .contains("success")
                                .contains("HTTP 200"),
                        row -> assertThat(row)
                                .startsWith("127.0.0.1:1/not")
                                .contains("It does not subscribe to this type."));
        assertThat(page.select("a[href$=" + delivery + "]")).hasSize(1);
        assertThat(Visitor.operator(api)
                        .page("/console/events/" + event)
                        .select("tbody tr")
                        .eachText())
                .satisfiesExactly(
                        row -> assertThat(row).contains("127.0.0.1:1/sent").contains("Acme"));
        assertThat(Visitor.operator(api).page(account + "/events/" + event).select("tbody tr"))
                .hasSize(2);
    }

    @Test
    void anIdOfAnyKindLeadsToItsPage() {
        String endpoint = endpoint("http://127.0.0.1:1/some/path");
        DeliveryId delivery = new History(api.database()).write(endpoint, Instant.now(), "license.issued", "failed");
        String event = customer.client()
                .get("/v1/webhooks/" + endpoint + "/deliveries/" + delivery)
                .json()
                .path("event_id")
                .asString();
        Visitor operator = Visitor.operator(api);

        assertThat(found(operator, endpoint)).isEqualTo(account + "/endpoints/" + endpoint);
        assertThat(found(operator, delivery.toString()))
                .isEqualTo(account + "/endpoints/" + endpoint + "/deliveries/" + delivery);
        assertThat(found(operator, event)).isEqualTo("/console/events/" + event);
        assertThat(found(operator, customer.accountId())).isEqualTo(account);
        assertThat(found(operator, customer.keyId())).isEqualTo(account + "/keys");
        assertThat(found(visitor, endpoint)).isEqualTo(path(endpoint));
        assertThat(found(visitor, "/SOME/")).isEqualTo(path(endpoint));
        assertThat(operator.page("/console/find?q=acm").select(".hits a")).isNotEmpty();
        assertThat(operator.page("/console/find?q=no-such-thing").text()).contains("Nothing matches");
    }

    private static String found(Visitor visitor, String text) {
        String root = visitor.cookie().startsWith("portal") ? "/portal" : "/console";
        return visitor.get(root + "/find?q=" + Query.encoded(text)).is(303).header("Location");
    }

    @Test
    void keysAreIssuedOnceShownOnceAndRevoked() {
        Document page = visitor.page("/portal/keys");
        Map<String, String> typed = Map.of("name", "ci", "scope", "read", "days", "30");

        String key = Visitor.parse(visitor.submit(page, "/portal/keys", typed).is(200))
                .select("#key")
                .text();
        visitor.submit(page, "/portal/keys", typed).is(303);

        api.withKey(key).get("/v1/webhooks").is(200);
        api.withKey(key).post("/v1/webhooks", "{}").is(403);
        Document list = visitor.page("/portal/keys");
        assertThat(list.body().text()).doesNotContain(key);
        assertThat(list.select("tbody tr")).hasSize(2);
        assertThat(list.select("tbody tr").getFirst().text()).startsWith("ci").contains("in force");
        String revoke = list.select("tbody form").getFirst().attr("action");
        visitor.submit(list, revoke, Map.of()).is(303);
        api.withKey(key).get("/v1/webhooks").is(401);
        assertThat(visitor.page("/portal/keys").select("tbody tr").getFirst().text())
                .contains("revoked");
    }

    @Test
    void accountsAreMadeFoundAndChanged() {
        Visitor operator = Visitor.operator(api);
        Document list = operator.page("/console/accounts?q=");
        Map<String, String> typed = Map.of("name", "Zeta Affiliates", "plan", "pro");

        String path = operator.submit(list, "/console/accounts", typed).is(303).header("Location");
        assertThat(operator.submit(list, "/console/accounts", typed).is(303).header("Location"))
                .isEqualTo(path);
        Answer wrong = operator.submit(
                operator.page("/console/accounts"),
                "/console/accounts",
                Map.of("name", "B", "plan", "pro", "requests_per_second", "many"));
        assertThat(Visitor.parse(wrong.is(400)).select(".notice-problem").text())
                .contains("requests_per_second");

        assertThat(operator.page("/console/accounts?q=zeta").select("tbody tr")).hasSize(1);
        operator.submit(
                        operator.page(path),
                        path,
                        Map.of("name", "Zeta", "plan", "business", "requests_per_second", "7"))
                .is(303);
        operator.submit(operator.page(path), path + "/suspension", Map.of("what", "suspend_deliveries"))
                .is(303);
        JsonNode now =
                api.operator().get(path.replace("/console", "/operator/v1")).json();
        assertThat(now.path("name").asString()).isEqualTo("Zeta");
        assertThat(now.path("plan").asString()).isEqualTo("business");
        assertThat(now.path("requests_per_second").asInt()).isEqualTo(7);
        assertThat(now.path("deliveries_suspended").asBoolean()).isTrue();
        assertThat(operator.page(path).select(".facts").text()).contains("suspended");

        Answer notices = operator.submit(
                operator.page(path), path + "/notices", Map.of("notify_url", "http://127.0.0.1:1/notices"));
        assertThat(Visitor.parse(notices.is(200)).select("#secret").text()).startsWith("whsec_");
        String link = Visitor.parse(
                        operator.submit(operator.page(path), path + "/portal-links", Map.of("role", "editor"))
                                .is(200))
                .select("#link")
                .text();
        assertThat(link).startsWith("http://localhost:" + api.port() + "/portal/enter/");
    }

    @Test
    void eventTypesAreShownWithTheirFieldsAndAnExample() {
        assertThat(visitor.page("/portal/event-types").select("tbody tr")).hasSize(12);

        Document type = visitor.page("/portal/event-types/license.status_changed");

        assertThat(type.select("tbody tr").eachText())
                .anyMatch(row -> row.startsWith("new_status") && row.contains("yes"));
        assertThat(type.select("pre").text()).contains("license.status_changed");
        visitor.get("/portal/event-types/no.such").is(404);
    }

    @Test
    void unknownAddressesAreAnsweredAsPages() {
        assertThat(Visitor.parse(visitor.get("/portal/nothing/here").is(404)).text())
                .contains("There is no page here");
        // An address that only takes forms, asked for by hand.
        visitor.get(path(endpoint("http://127.0.0.1:1/a")) + "/pause").is(404);
        visitor.get("/portal/endpoints?page=2").is(400);
        visitor.send("/portal/keys", Map.of("colour", "red")).is(400);
    }
}
