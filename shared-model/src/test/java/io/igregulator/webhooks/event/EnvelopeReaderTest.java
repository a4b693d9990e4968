package io.igregulator.webhooks.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EnvelopeReading.Invalid;
import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.event.EnvelopeReading.Valid;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EnvelopeReaderTest {
    private static final String ENDPOINT = "7b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c11";
    private static final String VALID = """
            {"event":"license.issued","event_id":"evt_01ARZ3NDEKTSV4RRFFQ69G5FAV","api_version":"2026-04-20",\
            "timestamp":"2026-04-20T12:34:56.789Z","livemode":true,"data":{"operator_slug":"acme-casino",\
            "operator_id":"op-1","license_id":"lic-1","license_number":"MGA/1","jurisdiction_code":"MT"}}""";

    private final EnvelopeReader reader = new EnvelopeReader();

    @Test
    void readsAnEnvelope() {
        EventEnvelope envelope = valid(VALID);

        assertThat(envelope.type()).isEqualTo(EventType.LICENSE_ISSUED);
        assertThat(envelope.id()).isEqualTo(EventId.parse("evt_01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        assertThat(envelope.timestamp()).isEqualTo(Instant.parse("2026-04-20T12:34:56.789Z"));
        assertThat(envelope.livemode()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryTypeWithWhatDecidesWhoGetsItAndItsKey(EventType type) {
        EventEnvelope envelope = valid(Examples.of(type).toString());

        assertThat(envelope.type()).isEqualTo(type);
        assertThat(envelope.operatorSlug())
                .isEqualTo(type.audience() == EventType.Audience.OPERATOR ? "northlight-gaming" : null);
        assertThat(envelope.degradedEndpoint())
                .isEqualTo(type.audience() == EventType.Audience.SIBLINGS ? EndpointId.parse(ENDPOINT) : null);
        assertThat(envelope.key())
                .isEqualTo(
                        switch (type.domain()) {
                            case LICENSE -> "lic_8f31c2";
                            case REGULATORY -> "northlight-gaming";
                            case COVERAGE -> "NL";
                            case WEBHOOK -> ENDPOINT;
                        });
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void refusesAnEventThatLacksARequiredFieldOrHasItOfAnotherTypeAndNamesIt(RequiredField field) {
        ObjectNode envelope = Examples.of(field.type());

        field.parentIn(envelope).putArray(field.name()).add("my-secret-word");
        assertBlamed(field, invalid(envelope.toString()));

        field.parentIn(envelope).remove(field.name());
        assertBlamed(field, invalid(envelope.toString()));
    }

    static Stream<RequiredField> requiredFields() {
        return Arrays.stream(EventType.values()).flatMap(RequiredField::allOf);
    }

    private static void assertBlamed(RequiredField field, Invalid refusal) {
        assertThat(refusal.defect().pointer()).isEqualTo(field.pointer());
        assertThat(refusal.defect().problem()).isNotBlank().hasSizeLessThan(100).doesNotContain("my-secret-word");
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
    @ValueSource(
            strings = {
                "event",
                "event_id",
                "api_version",
                "timestamp",
                "livemode",
                "data",
                "operator_slug",
                "license_id"
            })
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
                "`{\"operator_slug\"`, `7,\"x\":{\"operator_slug\"`",
                "`{\"operator_slug\"`, `null,\"x\":{\"operator_slug\"`",
                "`\"lic-1\"`, `\"\\u0000\"`",
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
        String degraded = Examples.of(EventType.ENDPOINT_DEGRADED).toString();

        assertThat(refusal(degraded.replace("endpoint_id", "x"))).isEqualTo(Reason.MISSING_FIELD);
        assertThat(refusal(degraded.replace(ENDPOINT, "acme"))).isEqualTo(Reason.INVALID_FIELD);
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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void refusesEveryOtherEncoding(String charset) {
        assertThat(reader.read(VALID.getBytes(Charset.forName(charset)))).isInstanceOf(Invalid.class);
        assertThat(refusal("\ufeff" + VALID)).isEqualTo(Reason.NOT_JSON);
    }

    @Test
    void refusesAnEnvelopeThatIsNotAsItsSchemaHasIt() {
        Invalid refusal = invalid(VALID.replace("\"MT\"", "\"Malta, the island\""));

        assertThat(refusal.reason()).isEqualTo(Reason.SCHEMA_VIOLATION);
        assertThat(refusal.defect()).hasToString("/data/jurisdiction_code does not match ^[A-Z][A-Z0-9-]*$");
    }

    @Test
    void quotesNothingOfARefusedBody() {
        assertThat(invalid(VALID.replace("license.issued", "my-secret-word")).defect())
                .asString()
                .doesNotContain("my-secret-word");
        assertThat(invalid("{my-secret-word").defect()).asString().doesNotContain("my-secret-word");
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
