package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {
    @Test
    void changesNoTokenAndNoOrder() {
        assertThat(pretty("{ \"b\":1.50,\"a\" : [ 1e3,\n-0 ],\"n\":null,\"o\":{},\"l\":[ ] }"))
                .isEqualTo("""
                {
                  "b": 1.50,
                  "a": [
                    1e3,
                    -0
                  ],
                  "n": null,
                  "o": {},
                  "l": []
                }""");
    }

    @Test
    void leavesTextAsItIsSent() {
        assertThat(pretty("[\"a, {b}: \\\" \\\\\",\"\\u00e9é\"]")).isEqualTo("""
                [
                  "a, {b}: \\" \\\\",
                  "\\u00e9é"
                ]""");
    }

    private static String pretty(String json) {
        return PrettyJson.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
