package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What strangers have written, and receivers answered, is text on every page that shows it. */
class HostileTextIT {
    private static final String HOSTILE = "'\"></td></pre><script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final String HOSTILE_PATH = "/%3Cscript%3Ealert(1)%3C/script%3E'onload='alert(1)";
    private static final int MOST_PAGES = 200;

    private final RunningApi api = RunningApi.strict();

    @Test
    void nothingOfItBecomesMarkup() {
        String account = post(api.operator(), "/operator/v1/accounts", Map.of("name", HOSTILE, "plan", "business"))
                .path("id")
                .asString();
        String endpoint = fill(account);

        Map<String, Document> pages = new HashMap<>();
        pages.putAll(crawl(Visitor.portal(api, account, "editor"), "/portal/endpoints"));
        pages.putAll(crawl(Visitor.operator(api), "/console/accounts/" + account));
        pages.putAll(crawl(Visitor.operator(api), "/console/accounts?q=" + Query.encoded(HOSTILE)));
        pages.putAll(crawl(Visitor.operator(api), "/console/find?q=" + Query.encoded(HOSTILE + " ")));

        pages.forEach(HostileTextIT::isClean);
        assertThat(texts(pages, "/portal/endpoints")).contains(HOSTILE);
        assertThat(texts(pages, "/portal/endpoints/" + endpoint))
                .contains(HOSTILE)
                .contains("alert(1)");
        assertThat(pages.entrySet())
                .filteredOn(page -> page.getKey().contains(endpoint + "/deliveries/"))
                .isNotEmpty()
                .allMatch(page -> page.getValue().select("pre").text().contains("</script>"));
        assertThat(texts(pages, "/portal/keys")).contains("</script>");
        assertThat(texts(pages, "/console/accounts/" + account)).contains(HOSTILE);
        assertThat(pages).hasSizeGreaterThan(30);
    }

    private static String texts(Map<String, Document> pages, String path) {
        assertThat(pages).containsKey(path);
        return Objects.requireNonNull(pages.get(path)).text();
    }

    /** @return an endpoint with a delivery whose payload and answers are hostile */
    private String fill(String account) {
        String key = post(
                        api.operator(),
                        "/operator/v1/accounts/" + account + "/keys",
                        Map.of("name", HOSTILE.substring(0, 60)))
                .path("api_key")
                .asString();
        String endpoint = post(
                        api.withKey(key),
                        "/v1/webhooks",
                        Map.of(
                                "url",
                                "https://93.184.216.34" + HOSTILE_PATH,
                                "description",
                                HOSTILE,
                                "events",
                                List.of("license.issued"),
                                "watchlist_only",
                                false))
                .path("id")
                .asString();
        History history = new History(api.database());
        DeliveryId delivery = history.write(endpoint, Instant.now(), "license.issued", "failed");
        history.attempt(delivery, 1, Instant.now(), HOSTILE);
        api.database()
                .sql("UPDATE event SET body = ? WHERE id = (SELECT event_id FROM delivery WHERE id = ?)")
                .param(JsonMapper.shared()
                        .writeValueAsString(Map.of("event", HOSTILE))
                        .getBytes(StandardCharsets.UTF_8))
                .param(delivery.value())
                .update();
        api.operator()
                .patch(
                        "/operator/v1/accounts/" + account + "/webhooks/" + endpoint,
                        json(Map.of("active", false, "reason", HOSTILE)))
                .is(200);
        return endpoint;
    }

    private static JsonNode post(Client client, String path, Map<String, Object> fields) {
        return client.post(path, json(fields)).is(201).json();
    }

    private static String json(Map<String, Object> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    /** Every page that the first one leads to, and those that they lead to. */
    private static Map<String, Document> crawl(Visitor visitor, String first) {
        Map<String, Document> pages = new HashMap<>();
        Set<String> seen = new HashSet<>(Set.of(first));
        Deque<String> left = new ArrayDeque<>(seen);
        while (!left.isEmpty() && pages.size() < MOST_PAGES) {
            String path = left.removeFirst();
            Answer answer = visitor.get(path);
            if (answer.status() == 303) {
                left.add(answer.header("Location"));
                continue;
            }
            Document page = Visitor.parse(answer);
            pages.put(path, page);
            for (Element link : page.select("main a[href^=/], nav a[href^=/]")) {
                String next = link.attr("href");
                // Other tests' accounts are not of interest.
                boolean own = first.startsWith("/portal") || next.startsWith(first);
                if (own && seen.add(next)) {
                    left.add(next);
                }
            }
        }
        return pages;
    }

    private static void isClean(String path, Document page) {
        assertThat(page.select("script")).as(path).hasSize(1);
        assertThat(page.select("img, iframe, object, style, [style]")).as(path).isEmpty();
        page.getAllElements()
                .forEach(element -> element.attributes()
                        .forEach(attribute ->
                                assertThat(attribute.getKey()).as(path).doesNotStartWith("on")));
        page.select("a[href]")
                .forEach(link -> assertThat(link.attr("href")).as(path).matches("(/|#|\\?cursor=|https?://)[\\s\\S]*"));
    }

    @Test
    void anIdThatDoesNotExistIsNotRepeatedAsMarkup() {
        Visitor operator = Visitor.operator(api);
        Document page = Visitor.parse(operator.get("/console/event-types/"
                + Query.encoded("<img src=x onerror=alert(1)>").replace("+", "%20")));
        isClean("event type", page);
        isClean("unknown", Visitor.parse(operator.get("/console/%3Cscript%3E").is(404)));
        isClean(
                "event",
                Visitor.parse(operator.get("/console/events/" + new EventId(new UUID(1, 1)))
                        .is(404)));
    }
}
