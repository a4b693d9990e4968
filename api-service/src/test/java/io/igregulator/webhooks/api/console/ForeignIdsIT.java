package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.FannedOutEvents;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.DeliveryId;
import io.igregulator.webhooks.id.EventId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Another account's ids open nothing in the portal, whichever routes it has: they are taken from the service itself. */
class ForeignIdsIT {
    private final RunningApi api = RunningApi.strict();
    private final Visitor visitor = Visitor.portal(api, api.customer("business").accountId(), "editor");
    private final Customer other = api.customer("business");
    private final Map<String, String> foreign = foreign();

    private record Route(String method, String template) {
        boolean isOfAccount() {
            return template.contains("{id}")
                    || template.contains("{delivery_id}")
                    || template.contains("{event_id}")
                    || template.contains("{key_id}");
        }

        String path(Map<String, String> ids) {
            String path = template;
            for (Map.Entry<String, String> id : ids.entrySet()) {
                path = path.replace("{" + id.getKey() + "}", id.getValue());
            }
            return path;
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** Of things that are there, and that the operator sees. */
    private Map<String, String> foreign() {
        String endpoint = other.client()
                .post("/v1/webhooks", "{\"url\": \"https://93.184.216.34/\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("id")
                .asString();
        FannedOutEvents events = new FannedOutEvents(api.database());
        EventId event = events.ofOperator(EventType.LICENSE_ISSUED, "operator-" + UUID.randomUUID());
        DeliveryId delivery = events.deliver(event, EventType.LICENSE_ISSUED, endpoint);
        return Map.of(
                "id",
                endpoint,
                "delivery_id",
                delivery.toString(),
                "event_id",
                event.toString(),
                "key_id",
                other.keyId());
    }

    private List<Route> routes() {
        return api.routes().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream()
                                .map(template -> new Route(method.name(), template))))
                .filter(route -> route.template().startsWith("/portal"))
                .toList();
    }

    @Test
    void thePortalHasRoutesWithIds() {
        assertThat(routes())
                .filteredOn(Route::isOfAccount)
                .extracting(Route::toString)
                .contains(
                        "GET /portal/endpoints/{id}",
                        "POST /portal/keys/{key_id}/revoke",
                        "GET /portal/events/{event_id}")
                .hasSizeGreaterThan(13);
    }

    @TestFactory
    Stream<DynamicTest> anotherAccountsIdIsNotFound() {
        return routes().stream()
                .filter(Route::isOfAccount)
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    String path = route.path(foreign);
                    Answer answer = route.method().equals("GET") ? visitor.get(path) : visitor.send(path, Map.of());
                    assertThat(Visitor.parse(answer.is(404)).title()).isEqualTo("Not found · Webhooks");
                }));
    }

    /** The same ids are those of pages, where they are seen: what the test above finds is not a mistake in its paths. */
    @TestFactory
    Stream<DynamicTest> theOperatorFindsThem() {
        Visitor operator = Visitor.operator(api);
        return routes().stream()
                .filter(route -> route.isOfAccount() && route.method().equals("GET"))
                .map(route -> DynamicTest.dynamicTest(
                        route.toString(),
                        () -> operator.get(route.path(foreign)
                                        .replaceFirst("/portal", "/console/accounts/" + other.accountId()))
                                .is(200)));
    }

    @Test
    void findingFindsNothingOfAnotherAccount() {
        for (String id : foreign.values()) {
            if (!id.startsWith("evt_")) {
                assertThat(visitor.page("/portal/find?q=" + id).text()).as(id).contains("Nothing matches");
            }
        }
        assertThat(visitor.page("/portal/find?q=93.184").text()).contains("Nothing matches");
        assertThat(visitor.page("/portal/find?q=Acme").text()).contains("Nothing matches");
    }

    @Test
    void listsHoldNothingOfAnotherAccount() {
        for (String page :
                List.of("/portal/endpoints", "/portal/keys", "/portal/changes?target=" + foreign.get("id"))) {
            assertThat(visitor.page(page).select("tbody").text())
                    .doesNotContain("93.184")
                    .doesNotContain("endpoint created");
        }
    }

    @Test
    void thePortalHasNoneOfTheOperatorsActs() {
        assertThat(routes()).extracting(Route::template).noneMatch(path -> path.contains("accounts"));
        visitor.send("/portal/endpoints/" + foreign.get("id") + "/stop", Map.of("reason", "x"))
                .isError(405, "invalid_query", "method_not_allowed");
    }
}
