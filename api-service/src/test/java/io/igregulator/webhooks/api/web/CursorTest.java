package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void aCursorHoldsItsBytes() {
        byte[] bytes = {0, -1, 62, 63};

        assertThat(Cursor.decode(Cursor.encode(bytes), 4, 4)).isEqualTo(bytes);
        assertThat(Cursor.encode(bytes)).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAA", "AAAAAAAA", "AP8+Pw", "AP8-Pw==", "AP8-Px", "not a cursor", "ÄÖ"})
    void aTextThatTheRouteCannotHaveReturnedIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, 4, 4))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'cursor' is not a cursor that this route returned");
    }
}
