package io.igregulator.webhooks.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.igregulator.webhooks.id.EndpointId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointChangeTest {
    private static final String ID = "7b0ad5b1-6f5c-4f2a-9d43-7d20cf7e0c11";

    @ParameterizedTest
    @EnumSource
    void survivesItsJson(EndpointChange.Kind kind) {
        EndpointChange change = new EndpointChange(EndpointId.parse(ID), kind, 1L << 40);

        assertThat(EndpointChange.fromJson(change.toJson())).isEqualTo(change);
    }

    @Test
    void holdsIdKindAndVersionAndNothingElse() {
        EndpointChange change = new EndpointChange(EndpointId.parse(ID), EndpointChange.Kind.SECRET_ROTATED, 7);

        assertThat(new String(change.toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"endpoint_id\":\"" + ID + "\",\"change\":\"secret_rotated\",\"version\":7}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "not json",
                "{\"endpoint_id\":\"7\",\"change\":\"deleted\",\"version\":1}",
                "{\"endpoint_id\":\"" + ID + "\",\"change\":\"melted\",\"version\":1}",
                "{\"endpoint_id\":\"" + ID + "\",\"change\":\"deleted\"}",
                "{\"endpoint_id\":\"" + ID + "\",\"change\":\"deleted\",\"version\":\"x\"}",
                "{\"endpoint_id\":\"" + ID + "\",\"change\":null,\"version\":1}"
            })
    void refusesWhatItDidNotWrite(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EndpointChange.fromJson(json.getBytes(StandardCharsets.UTF_8)));
    }
}
