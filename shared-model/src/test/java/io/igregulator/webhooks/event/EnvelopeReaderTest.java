package io.igregulator.webhooks.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
    private static final String ENDPOINT = "7b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c11";
    private static final String VALID = """
            {"event":"license.issued","event_id":"evt_01ARZ3NDEKTSV4RRFFQ69G5FAV","api_version":"2026-04-20",\
            "timestamp":"2026-04-20T12:34:56.789Z","livemode":true,"data":{"operator_slug":"acme-casino"}}""";

    private final EnvelopeReader reader = new EnvelopeReader();

    @ParameterizedTest
    @EnumSource
    void readsEveryTypeWithWhatDecidesWhoGetsIt(EventType type) {
        String data = "{\"operator_slug\":\"acme-casino\",\"endpoint_id\":\"" + ENDPOINT + "\"}";
        EventEnvelope envelope = valid(
                VALID.replace("license.issued", type.wireName()).replace("{\"operator_slug\":\"acme-casino\"}", data));

        assertThat(envelope.type()).isEqualTo(type);
        assertThat(envelope.id()).isEqualTo(EventId.parse("evt_01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(envelope.timestamp()).isEqualTo(Instant.parse("2026-04-20T12:34:56.789Z"));
        assertThat(envelope.livemode()).isTrue();
        assertThat(envelope.operatorSlug())
                .isEqualTo(type.audience() == EventType.Audience.OPERATOR ? "acme-casino" : null);
        assertThat(envelope.degradedEndpoint())
                .isEqualTo(type.audience() == EventType.Audience.SIBLINGS ? EndpointId.parse(ENDPOINT) : null);
    }

    @Test
    void takesFieldsItDoesNotKnow() {
        assertThat(valid(VALID.replace("{\"event\"", "{\"later\":[1,{}],\"event\""))
                        .livemode())
                .isTrue();
    }

    @Test
    void readsATimestampOfAnyOffset() {
        assertThat(valid(VALID.replace("12:34:56.789Z", "14:34:56.789+02:00")).timestamp())
                .isEqualTo(Instant.parse("2026-04-20T12:34:56.789Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "\"text\"", "12", "{", "{}{}", "not json", "{\"event\":1,\"event\":2}"})
    void refusesWhatIsNotOneJsonObject(String body) {
        assertThat(refusal(body)).isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void refusesABodyThatHoldsAFieldTwice() {
        assertThat(refusal(VALID.replace("\"livemode\":true", "\"livemode\":true,\"livemode\":false")))
                .isEqualTo(Reason.NOT_JSON);
        assertThat(refusal(VALID + "{}")).isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void refusesMalformedUtf8() {
        byte[] body = VALID.getBytes(StandardCharsets.UTF_8);
        body[VALID.indexOf("acme")] = (byte) 0xFF;

        assertThat(reader.read(body)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "event_id", "api_version", "timestamp", "livemode", "data", "operator_slug"})
    void refusesAnEnvelopeThatLacksAField(String field) {
        assertThat(refusal(VALID.replace("\"" + field + "\"", "\"x\""))).isEqualTo(Reason.MISSING_FIELD);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"evt_01ARZ3NDEKTSV4RRFFQ69G5FAV\"`, `\"evt_01arz3ndektsv4rrffq69g5fav\"`",
                "`\"evt_01ARZ3NDEKTSV4RRFFQ69G5FAV\"`, `17`",
                "`\"license.issued\"`, `null`",
                "`2026-04-20\",`, `2026-04-21\",`",
                "`\"2026-04-20T12:34:56.789Z\"`, `\"2026-04-20\"`",
                "`\"2026-04-20T12:34:56.789Z\"`, `\"2026-04-20T12:34:56.789\"`",
                "`\"2026-04-20T12:34:56.789Z\"`, `1776688496`",
                "`true`, `\"true\"`",
                "`true`, `null`",
                "`{\"operator_slug\":\"acme-casino\"}`, `[]`",
                "`{\"operator_slug\":\"acme-casino\"}`, `null`",
                "`\"acme-casino\"`, `\" \"`",
                "`\"acme-casino\"`, `null`",
                "`\"acme-casino\"`, `7`"
            })
    void refusesAFieldThatIsNotWhatItShouldBe(String good, String bad) {
        assertThat(VALID).contains(good);
        assertThat(refusal(VALID.replace(good, bad))).isEqualTo(Reason.INVALID_FIELD);
    }

    @Test
    void refusesAnOverlongSlug() {
        assertThat(valid(VALID.replace("acme-casino", "a".repeat(200))).operatorSlug())
                .hasSize(200);
        assertThat(refusal(VALID.replace("acme-casino", "a".repeat(201)))).isEqualTo(Reason.INVALID_FIELD);
    }

    @Test
    void refusesADegradedEventWithoutAnEndpoint() {
        String degraded = VALID.replace("license.issued", "webhook.endpoint_degraded");

        assertThat(refusal(degraded)).isEqualTo(Reason.MISSING_FIELD);
        assertThat(refusal(degraded.replace("operator_slug", "endpoint_id"))).isEqualTo(Reason.INVALID_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"license.unheard_of", "LICENSE.ISSUED", "test.ping", ""})
    void refusesATypeOutsideTheContract(String type) {
        assertThat(refusal(VALID.replace("license.issued", type))).isEqualTo(Reason.UNKNOWN_EVENT_TYPE);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String filler = "\"filler\":\"" + "x".repeat(EnvelopeReader.MAX_BODY_BYTES) + "\",\"event\"";

        assertThat(refusal(VALID.replace("\"event\"", filler))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void survivesDeepNesting() {
        String nested = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(refusal(VALID.replace("\"acme-casino\"", nested))).isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void quotesNothingOfARefusedBody() {
        assertThat(invalid(VALID.replace("license.issued", "my-secret-word")).detail())
                .doesNotContain("my-secret-word");
        assertThat(invalid("{my-secret-word").detail()).doesNotContain("my-secret-word");
    }

    private EventEnvelope valid(String body) {
        EnvelopeReading reading = reader.read(body.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Valid.class);
        return ((Valid) reading).envelope();
    }

    private Reason refusal(String body) {
        return invalid(body).reason();
    }

    private Invalid invalid(String body) {
        EnvelopeReading reading = reader.read(body.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Invalid.class);
        return (Invalid) reading;
    }
}
