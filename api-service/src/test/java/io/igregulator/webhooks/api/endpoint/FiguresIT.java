package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an owner and the operator see of an endpoint's attempts, wherever the workers keep the counts by then. */
class FiguresIT {
    private final RunningApi api = RunningApi.strict();
    private final RunningApi.Customer customer = api.customer("enterprise");
    private final Client client = customer.client();
    private final EndpointId endpoint = create();
    private final String path = "/v1/webhooks/" + endpoint + "/figures";
    private final Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(5, ChronoUnit.MINUTES);

    @Test
    void countsAddUpWhereverTheyAreKeptAndOthersDoNotCount() {
        EndpointId neighbour = create();
        AttemptCounts batch = new AttemptCounts();
        batch.add(endpoint, AttemptClass.answered(true, 10));
        batch.add(endpoint, AttemptClass.answered(true, 11));
        batch.add(endpoint, AttemptClass.answered(false, 30_001));
        batch.add(neighbour, AttemptClass.answered(false, 1));
        batch(minute, batch);
        AttemptCounts folded = new AttemptCounts();
        folded.add(endpoint, AttemptClass.answered(true, 10));
        folded.add(endpoint, AttemptClass.unanswered());
        folded("figures_minute", "minute", endpoint, minute, folded);

        JsonNode answer = get("");

        assertThat(answer.path("step").asString()).isEqualTo("minute");
        assertThat(answer.path("latency_bounds_ms").toString())
                .isEqualTo("[10,25,50,100,250,500,1000,2500,5000,10000,30000]");
        assertThat(answer.path("figures").toString())
                .isEqualTo(
                        "[{\"at\":\"%s\",\"delivered\":3,\"refused\":1,\"unanswered\":1,\"latency\":[2,1,0,0,0,0,0,0,0,0,0,1]}]"
                                .formatted(text(minute)));
        assertThat(client.get("/v1/webhooks/" + neighbour + "/figures")
                        .is(200)
                        .json()
                        .path("figures")
                        .toString())
                .contains("\"delivered\":0,\"refused\":1,\"unanswered\":0");
    }

    @Test
    void minutesAreSeparateAndOneHourHoldsThemAll() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(3, ChronoUnit.HOURS);
        folded("figures_minute", "minute", endpoint, hour, delivered(2));
        batch(hour.plus(59, ChronoUnit.MINUTES), delivered(3));
        batch(hour.plus(60, ChronoUnit.MINUTES), delivered(4));
        String span = "since=" + hour + "&until=" + hour.plus(1, ChronoUnit.HOURS);

        assertThat(get("?" + span).path("figures").findValuesAsString("delivered"))
                .containsExactly("2", "3");
        assertThat(get("?" + span).path("figures").findValuesAsString("at"))
                .containsExactly(text(hour), text(hour.plus(59, ChronoUnit.MINUTES)));
        assertThat(get("?step=hour&" + span).path("figures").findValuesAsString("delivered"))
                .containsExactly("5");
    }

    @Test
    void whatIsOlderThanADayIsKeptByHour() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(20, ChronoUnit.DAYS);
        folded("figures_hour", "hour", endpoint, hour, delivered(7));

        JsonNode answer = get("?step=hour&since=" + hour.plusSeconds(1) + "&until=" + hour.plusSeconds(2));

        assertThat(answer.path("since").asString()).isEqualTo(text(hour));
        assertThat(answer.path("until").asString()).isEqualTo(text(hour.plus(1, ChronoUnit.HOURS)));
        assertThat(answer.path("figures").findValuesAsString("delivered")).containsExactly("7");
        assertThat(client.get(path + "?since=" + hour + "&until=" + hour.plus(1, ChronoUnit.HOURS))
                        .isError(400, "invalid_query", "invalid_input")
                        .blames("since")
                        .body())
                .contains("step=hour");
    }

    @Test
    void theOperatorSeesTheSameAndOneOfAnotherAccountIsUnknown() {
        batch(minute, delivered(1));
        String operators = "/operator/v1/accounts/" + customer.accountId() + "/webhooks/" + endpoint + "/figures";

        assertThat(api.operator().get(operators).is(200).json().path("figures"))
                .isEqualTo(get("").path("figures"))
                .hasSize(1);
        api.operator()
                .get("/operator/v1/accounts/" + api.customer("pro").accountId() + "/webhooks/" + endpoint + "/figures")
                .is(404);
        api.operator()
                .get("/operator/v1/accounts/" + UUID.randomUUID() + "/webhooks/" + endpoint + "/figures")
                .is(404);
        api.customer("pro").client().get(path).is(404);
    }

    @Test
    void anImpossibleSpanOrStepIsRefused() {
        client.get(path + "?step=week")
                .isError(400, "invalid_query", "invalid_input")
                .blames("step");
        client.get(path + "?since=yesterday")
                .isError(400, "invalid_query", "invalid_input")
                .blames("since");
        client.get(path + "?since=2026-01-02T00:00:00Z&until=2026-01-02T00:00:00Z")
                .isError(400, "invalid_query", "invalid_input")
                .blames("since");
        client.get(path + "?step=hour&since=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z")
                .is(200);
        assertThat(client.get(path + "?step=hour&since=2026-01-01T00:00:00Z&until=2026-02-01T00:00:01Z")
                        .isError(400, "invalid_query", "invalid_input")
                        .blames("since")
                        .body())
                .contains("at most 744 steps");
    }

    @Test
    void healthCountsTheLastHourWhereOneEndpointIsShown() {
        AttemptCounts lately = delivered(2);
        lately.add(endpoint, AttemptClass.answered(false, 3));
        lately.add(endpoint, AttemptClass.unanswered());
        batch(minute, lately);
        batch(minute.minus(2, ChronoUnit.HOURS), delivered(9));

        JsonNode health = client.get("/v1/webhooks/" + endpoint).is(200).json().path("health");

        assertThat(health.path("attempts_1h").intValue()).isEqualTo(4);
        assertThat(health.path("failed_1h").intValue()).isEqualTo(2);
        for (JsonNode listed : client.get("/v1/webhooks").is(200).json().path("webhooks")) {
            assertThat(listed.path("health").propertyNames())
                    .contains("waiting")
                    .doesNotContain("attempts_1h", "failed_1h");
        }
    }

    private EndpointId create() {
        return EndpointId.parse(
                client.post("/v1/webhooks", """
                        {"url": "https://93.184.216.34/hook", "events": ["license.issued"]}""").is(201).json().path("id").asString());
    }

    private AttemptCounts delivered(int count) {
        AttemptCounts counts = new AttemptCounts();
        for (int i = 0; i < count; i++) {
            counts.add(endpoint, AttemptClass.answered(true, 20));
        }
        return counts;
    }

    private void batch(Instant at, AttemptCounts counts) {
        api.database()
                .sql("INSERT INTO figures_batch (minute, counts) VALUES (?, ?)")
                .params(SqlTime.of(at), counts.stored())
                .update();
    }

    private void folded(String table, String time, EndpointId of, Instant at, AttemptCounts counts) {
        api.database()
                .sql("INSERT INTO %s (part, %s, counts) VALUES (?, ?, ?)".formatted(table, time))
                .params(AttemptCounts.part(of), SqlTime.of(at), counts.stored())
                .update();
    }

    private JsonNode get(String query) {
        return client.get(path + query).is(200).json();
    }

    private static String text(Instant time) {
        return time.toString().replace("Z", ".000Z");
    }
}
