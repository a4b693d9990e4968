package io.igregulator.webhooks.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import io.igregulator.webhooks.signature.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckSignatureTest {
    private static final String SECRET = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZn";
    private static final String OTHER = "whsec_ZZZDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZn";

    @Test
    void acceptsWhatThePlatformSigns() {
        var check = new CheckSignature(request("{\"a\":1}", "{\"a\":1}"));

        assertThat(check.passes(SECRET)).isTrue();
        assertThat(check.endpoint()).isEqualTo(17);
    }

    @Test
    void refusesAnotherSecretAndAnotherBody() {
        assertThat(new CheckSignature(request("{\"a\":1}", "{\"a\":1}")).passes(OTHER))
                .isFalse();
        assertThat(new CheckSignature(request("{\"a\":1}", "{\"a\":2}")).passes(SECRET))
                .isFalse();
    }

    private static byte[] request(String signed, String sent) {
        var head = new StringBuilder("POST /f/20/17 HTTP/1.1\r\n");
        var message =
                new Message("evt_1", "license.issued", "d-1", 1, Body.of(signed.getBytes(StandardCharsets.UTF_8)));
        SignedHeaders.write(
                message,
                List.of(SigningSecret.of(SECRET, null)),
                Instant.ofEpochSecond(1_700_000_000),
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return (head + "\r\n" + sent).getBytes(StandardCharsets.UTF_8);
    }
}
