package io.igregulator.webhooks.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.History;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.id.DeliveryId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** By time and by how the latest attempt ended. */
class DeliveryFiltersIT {
    private static final String ISSUED = "license.issued";

    private final RunningApi api = RunningApi.strict();
    private final History history = new History(api.database());
    private final Client client = api.customer("pro").client();
    private final String endpoint =
            client.post("/v1/webhooks", """
                    {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").is(201).json().path("id").asString();
    private final String deliveries = "/v1/webhooks/" + endpoint + "/deliveries";
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @ParameterizedTest
    @CsvSource({
        "http_status=503,unavailable",
        "http_status=5xx,unavailable broken",
        "'http_status=404,503',unavailable unknown",
        "'http_status=4xx,500',unknown broken",
        "http_status=2xx,delivered created resent",
        "http_status=200,delivered resent",
        "http_status=418,''",
        "error=timeout,slow",
        "'error=timeout,tls_failure',slow distrusted",
        "error=expired,''",
        "status=failed&http_status=5xx,broken",
        "status=success&http_status=2xx,delivered created",
        "status=success&http_status=5xx,''",
        "status=success&error=timeout,''",
        "status=failed&http_status=2xx,''",
        "'status=pending,retrying&error=timeout,dns_failure',slow",
    })
    void theLatestAttemptIsCompared(String filter, String expected) {
        List<Sent> sent = List.of(
                sent("delivered", "success", 200, null),
                sent("created", "success", 201, null),
                sent("resent", "pending", 200, null),
                sent("unavailable", "retrying", 503, null),
                sent("broken", "failed", 500, null),
                sent("unknown", "failed", 404, null),
                sent("slow", "retrying", null, "timeout"),
                sent("distrusted", "failed", null, "tls_failure"),
                sent("untried", "pending", null, null));

        List<String> found = ids(filter);

        assertThat(sent.stream().filter(one -> found.contains(one.id.toString())))
                .extracting(Sent::name)
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    private record Sent(String name, DeliveryId id) {}

    private Sent sent(String name, String status, @Nullable Integer httpStatus, @Nullable String error) {
        DeliveryId id = history.write(endpoint, now, ISSUED, status);
        history.lastAttempt(id, httpStatus, error);
        return new Sent(name, id);
    }

    @Test
    void theSpanIsOfTheEventsTimes() {
        List<Instant> times = Stream.of(-2, -1, 0, 1, 2)
                .map(second -> now.minusSeconds(3600).plusSeconds(second))
                .toList();
        List<String> written = times.stream()
                .map(time -> history.write(endpoint, time, ISSUED, "success").toString())
                .toList()
                .reversed();

        assertThat(ids("since=" + times.get(1))).isEqualTo(written.subList(0, 4));
        assertThat(ids("since=" + times.get(1).plusNanos(1))).isEqualTo(written.subList(0, 3));
        assertThat(ids("until=" + times.get(1))).isEqualTo(written.subList(4, 5));
        assertThat(ids("until=" + times.get(1).plusNanos(1))).isEqualTo(written.subList(3, 5));
        assertThat(ids("since=" + times.get(1) + "&until=" + times.get(3))).isEqualTo(written.subList(2, 4));
        assertThat(ids("since=" + now)).isEmpty();
        assertThat(ids("since=0001-01-01T00:00:00Z&until=9999-12-31T23:59:59Z"))
                .as("the ends of time")
                .isEqualTo(written);
    }

    @Test
    void aSpanIsPagedLikeTheWholeHistory() {
        List<String> written = Stream.iterate(0, i -> i + 1)
                .limit(30)
                .map(i -> history.write(endpoint, now.minus(7L * i, ChronoUnit.HOURS), ISSUED, "success")
                        .toString())
                .toList();
        String span = "since=" + now.minus(7L * 24, ChronoUnit.HOURS) + "&until=" + now.minus(6, ChronoUnit.HOURS);

        assertThat(new Pages(client, deliveries).all(span + "&limit=5")).isEqualTo(written.subList(1, 25));
    }

    @ParameterizedTest
    @CsvSource({
        "http_status=50,http_status",
        "http_status=5x,http_status",
        "http_status=0xx,http_status",
        "http_status=099,http_status",
        "http_status=1000,http_status",
        "http_status=5XX,http_status",
        "http_status=,http_status",
        "'http_status=503,',http_status",
        "http_status=500&http_status=503,http_status",
        "error=http_500,error",
        "error=interrupted,error",
        "error=TIMEOUT,error",
        "error=,error",
        "'status=failed,sent',status",
        "'event=license.issued,license',event",
        "since=yesterday,since",
        "since=2026-04-20,since",
        "until=now,until",
        "since=2026-04-20T12:00:00Z&until=2026-04-20T12:00:00Z,since",
        "since=2026-04-20T12:00:01Z&until=2026-04-20T12:00:00Z,since",
        "webhook=a,webhook",
    })
    void whatCannotBeAFilterIsRefusedByName(String query, String field) {
        client.get(deliveries + "?" + query)
                .isError(400, "invalid_query", "invalid_input")
                .blames(field);
    }

    @Test
    void aStatusAndAnErrorExcludeEachOther() {
        client.get(deliveries + "?http_status=503&error=timeout")
                .isError(400, "invalid_query", "conflicting_parameters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters/ErrorFilter/schema/items", "schemas/DeliveryError"})
    void theErrorsAreThoseOfTheDocument(String place) {
        List<String> documented = client.get("/openapi.json")
                .is(200)
                .json()
                .at("/components/" + place + "/enum")
                .valueStream()
                .filter(Predicate.not(JsonNode::isNull))
                .map(JsonNode::asString)
                .toList();

        assertThat(LastErrors.NAMES).containsExactlyInAnyOrderElementsOf(documented);
        client.get(deliveries + "?error=" + String.join(",", documented)).is(200);
    }

    private List<String> ids(String filter) {
        return new Pages(client, deliveries).all(filter);
    }
}
