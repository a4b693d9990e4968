package io.igregulator.webhooks.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @EnumSource
    void everyTypeHasASchemaWithTitleDescriptionAndAnExampleThatItAccepts(EventType type) {
        EventSchema schema = schema(type);

        assertThat(schema.title()).isNotBlank();
        assertThat(schema.description()).isNotBlank();
        assertThat(schema.firstDefect(schema.example())).isEmpty();
        assertThat(schema.example().path("event").stringValue()).isEqualTo(type.wireName());
        assertThat(schema.document().path("$id").stringValue())
                .isEqualTo("urn:igregulator:event:" + type.wireName() + ":" + EventEnvelope.API_VERSION);
        assertThat(schema.document().path("$schema").stringValue()).endsWith("/draft/2020-12/schema");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeTakesFieldsThatAreNotThereYet(EventType type) {
        ObjectNode envelope = (ObjectNode) schema(type).example();
        envelope.put("later", 1);
        data(envelope).putObject("later").put("deep", true);

        assertThat(schema(type).firstDefect(envelope)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldIsDescribed(EventType type) {
        JsonNode envelope = schema(type).document().path("properties");

        assertThat(envelope.properties())
                .filteredOn(field -> !field.getKey().equals("data"))
                .allSatisfy(
                        field -> assertThat(field.getValue().path("description").asString(""))
                                .as(field.getKey())
                                .isNotBlank());
        assertThat(envelope.at("/data/properties").properties())
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(field.getValue().path("description").asString(""))
                                .as(field.getKey())
                                .isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    operator_slug     | "Acme"                      | does not match ^[a-z0-9]+(-[a-z0-9]+)*$
                    operator_slug     | "acme\\n"                   | does not match ^[a-z0-9]+(-[a-z0-9]+)*$
                    operator_slug     | "a--b"                      | does not match ^[a-z0-9]+(-[a-z0-9]+)*$
                    license_id        | ""                          | is shorter than 1 characters
                    license_id        | 17                          | is not of type string
                    new_status        | null                        | is none of: active, suspended, revoked, expired, pending
                    previous_status   | "unheard of"                | is none of: active, suspended, revoked, expired, pending, null
                    changed_at        | "2026-04-20"                | is not a valid date-time
                    changed_at        | "2026-02-30T10:00:00Z"      | is not a valid date-time
                    changed_at        | "2026-04-20T10:00:00"       | is not a valid date-time
                    source_url        | "ftp://register.example"    | does not match ^https?://
                    """)
    void saysWhichFieldIsWrongAndWhyWithoutQuotingIt(String field, String value, String problem) {
        EventSchema schema = schema(EventType.LICENSE_STATUS_CHANGED);
        ObjectNode envelope = (ObjectNode) schema.example();
        data(envelope).set(field, JSON.readTree(value));

        assertThat(schema.firstDefect(envelope)).hasValue(new Defect("/data/" + field, problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-20T10:00:00Z", "2026-04-20T12:00:00.123456+02:00", "2016-12-31T23:59:60Z"})
    void takesATimeOfAnyOffsetAndPrecision(String time) {
        EventSchema schema = schema(EventType.LICENSE_STATUS_CHANGED);
        ObjectNode envelope = (ObjectNode) schema.example();
        data(envelope).put("changed_at", time).putNull("previous_status");

        assertThat(schema.firstDefect(envelope)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    480000.50  | "GBP"  | true
                    0          | "EUR"  | true
                    null       | null   | true
                    12         | null   | false
                    12         | "Euro" | false
                    -1         | "EUR"  | false
                    "12"       | "EUR"  | false
                    1e999      | "EUR"  | false
                    """)
    void anAmountNeedsACurrency(String amount, String currency, boolean valid) {
        EventSchema schema = schema(EventType.REGULATORY_ACTION_ADDED);
        ObjectNode envelope = (ObjectNode) schema.example();
        data(envelope).set("amount", JSON.readTree(amount));
        data(envelope).set("currency", JSON.readTree(currency));

        assertThat(schema.firstDefect(envelope).isEmpty()).isEqualTo(valid);
    }

    @Test
    void saysTheSameWhateverTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            EventSchema schema = schema(EventType.COVERAGE_RESTORED);
            ObjectNode envelope = (ObjectNode) schema.example();
            data(envelope).remove("jurisdiction_code");

            assertThat(schema.firstDefect(envelope)).hasValue(new Defect("/data/jurisdiction_code", "is required"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatItShowsCannotBeChanged() {
        EventSchema schema = schema(EventType.LICENSE_ISSUED);
        ((ObjectNode) schema.document()).removeAll();
        ((ObjectNode) schema.example()).removeAll();

        assertThat(schema.title()).isNotBlank();
        assertThat(schema.example().isEmpty()).isFalse();
    }

    @Test
    void thereIsNoneForAnotherVersion() {
        assertThatThrownBy(() -> EventSchema.load("2020-01-01", "license.issued"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static EventSchema schema(EventType type) {
        return EventSchema.load(EventEnvelope.API_VERSION, type.wireName());
    }

    private static ObjectNode data(ObjectNode envelope) {
        return (ObjectNode) envelope.path("data");
    }
}
