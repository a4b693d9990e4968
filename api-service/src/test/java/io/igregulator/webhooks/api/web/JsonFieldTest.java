package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldTest {
    @Test
    void aTextIsAsLongAsPeopleCount() {
        assertThat(field("\"🎰🎰🎰\"").text(3)).hasSize(6);
        assertThatThrownBy(() -> field("\"four\"").text(3)).hasMessage("'field' is longer than 3 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "null", "[\"a\"]", "{}"})
    void anotherTypeIsNotAText(String value) {
        assertThatThrownBy(() -> field(value).text(100))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'field' is not a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000\"", "\"\\ud83c\"", "\"\\udfb0x\""})
    void aTextThatPostgresCannotStoreIsRefused(String value) {
        assertThatThrownBy(() -> field(value).text(100))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'field' holds U+0000 or half a surrogate pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "null"})
    void onlyTrueAndFalseAreAFlag(String value) {
        assertThat(field("false").flag()).isFalse();
        assertThatThrownBy(() -> field(value).flag()).hasMessage("'field' is not true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e1", "0", "11", "99999999999", "\"5\""})
    void aWholeNumberIsOfItsRange(String value) {
        assertThat(field("null").integerOrNull(1, 10)).isNull();
        assertThat(field("10").integerOrNull(1, 10)).isEqualTo(10);
        assertThatThrownBy(() -> field(value).integerOrNull(1, 10))
                .hasMessage("'field' is not a whole number from 1 to 10");
    }

    @Test
    void textsKeepTheirOrder() {
        assertThat(field("[\"b\", \"a\"]").texts()).containsExactly("b", "a");
        assertThatThrownBy(() -> field("[\"b\", 7]").texts()).hasMessage("'field' is not an array of strings");
    }

    private static JsonField field(String value) {
        return JsonLine.parse(("{\"field\": " + value + "}").getBytes(StandardCharsets.UTF_8))
                .required("field");
    }
}
