package io.igregulator.webhooks.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.igregulator.webhooks.event.Body;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Judged by the stock verifiers that receivers use, not by our own arithmetic. */
class SignedHeadersTest {
    private static final String OLD = "whsec_" + "a1B2c3D4e5F6g7H8i9J0".repeat(2) + "k1L2";
    private static final String NEW = "whsec_" + "Z9y8X7w6V5u4T3s2R1q0".repeat(2) + "P9o8";
    private static final String OTHER = "whsec_" + "0000111122223333444455556666777788889999AAAA";
    private static final String BODY =
            "{\"event\":\"license.issued\",\"data\":{\"name\":\"Grünwald & Söhne \\u20ac\"}}";
    /** Both verifiers compare with the real time, and cannot be given another. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void writesTheHeadersOfTheContract() {
        Map<String, String> headers = sign(secret(NEW));

        assertThat(headers)
                .containsEntry("X-iGregulator-Event", "license.issued")
                .containsEntry("X-iGregulator-Event-Id", "evt_01ARZ3NDEKTSV4RRFFQ69G5FAV")
                .containsEntry("X-iGregulator-Delivery-Id", "01563e3a-b5d3-8de9-8827-abeeea05498c")
                .containsEntry("X-iGregulator-Attempt", "3")
                .containsEntry("webhook-id", "evt_01ARZ3NDEKTSV4RRFFQ69G5FAV")
                .containsEntry("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .hasSize(8);
    }

    @Test
    void matchesTheKnownVectors() {
        Map<String, String> headers = sign(Instant.ofEpochSecond(1_776_688_496), secret(NEW), secret(OLD));

        assertThat(headers.get("X-iGregulator-Signature"))
                .isEqualTo(
                        "t=1776688496,v1=ec35cead82f183644683b690132a8a2378d46df32adfb6318e69ea1d1d529bde,v1=74db6552e7c6357d58b8d725d3182f18e872402db28e4bafaa43fcb03a6aef28");
        assertThat(headers.get("webhook-signature"))
                .isEqualTo(
                        "v1,Fs068G+aPUOdm92X0m3+ASHmLUMNi2LzODRUxGonn9Q= v1,IxRCIVzA4jRo4Jmv7ho0/WxhG7Tw7N+zKISRfZGSd08=");
    }

    @Test
    void satisfiesBothVerifiersWithOneSecret() {
        Map<String, String> headers = sign(secret(NEW));

        assertAccepted(headers, BODY, NEW);
        assertRefused(headers, BODY, OTHER);
    }

    @Test
    void satisfiesBothVerifiersWithEverySecretOfAnOverlap() {
        Map<String, String> headers =
                sign(secret(NEW), expiring(OTHER, Duration.ofDays(7)), expiring(OLD, Duration.ofSeconds(1)));

        assertAccepted(headers, BODY, NEW);
        assertAccepted(headers, BODY, OTHER);
        assertAccepted(headers, BODY, OLD);
    }

    @Test
    void namesTheNewestSecretFirst() {
        Map<String, String> both = sign(secret(NEW), expiring(OLD, Duration.ofDays(7)));
        Map<String, String> newest = sign(secret(NEW));

        assertThat(both.get("X-iGregulator-Signature")).startsWith(newest.get("X-iGregulator-Signature") + ",v1=");
        assertThat(both.get("webhook-signature")).startsWith(newest.get("webhook-signature") + " v1,");
    }

    @Test
    void signsNoMoreWithASecretFromTheInstantOfItsExpiry() {
        Map<String, String> headers = sign(secret(NEW), expiring(OLD, Duration.ZERO));

        assertAccepted(headers, BODY, NEW);
        assertRefused(headers, BODY, OLD);
        assertThat(headers).isEqualTo(sign(secret(NEW)));
    }

    @Test
    void failsForATamperedBody() {
        assertRefused(sign(secret(NEW)), BODY.replace("issued", "expired"), NEW);
    }

    @Test
    void neverLeavesARequestUnsigned() {
        assertThatIllegalArgumentException().isThrownBy(() -> sign());
        assertThatIllegalArgumentException().isThrownBy(() -> sign(expiring(OLD, Duration.ZERO)));
    }

    @Test
    void refusesASecretInAnotherShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningSecret.of("a1B2c3D4", null));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningSecret.of("whsec_!!!!", null));
        assertThatIllegalArgumentException().isThrownBy(() -> SigningSecret.of("whsec_", null));
    }

    @Test
    void showsNoSecretAsText() {
        assertThat(secret(NEW).toString()).doesNotContain(NEW.substring(6, 12));
    }

    private static void assertAccepted(Map<String, String> headers, String body, String secret) {
        assertThatCode(() -> {
                    stripe(headers, body, secret);
                    standard(headers, body, secret);
                })
                .doesNotThrowAnyException();
    }

    private static void assertRefused(Map<String, String> headers, String body, String secret) {
        assertThatExceptionOfType(SignatureVerificationException.class).isThrownBy(() -> stripe(headers, body, secret));
        assertThatExceptionOfType(WebhookVerificationException.class).isThrownBy(() -> standard(headers, body, secret));
    }

    private static void stripe(Map<String, String> headers, String body, String secret)
            throws SignatureVerificationException {
        String header = headers.getOrDefault("X-iGregulator-Signature", "");
        assertThat(Webhook.Signature.verifyHeader(body, header, secret, 300)).isTrue();
    }

    private static void standard(Map<String, String> headers, String body, String secret) throws Exception {
        Map<String, List<String>> multi = new HashMap<>();
        headers.forEach((name, value) -> multi.put(name, List.of(value)));
        new com.standardwebhooks.Webhook(secret).verify(body, multi);
    }

    private static SigningSecret secret(String text) {
        return SigningSecret.of(text, null);
    }

    private SigningSecret expiring(String text, Duration left) {
        return SigningSecret.of(text, now.plus(left));
    }

    private Map<String, String> sign(SigningSecret... secrets) {
        return sign(now, secrets);
    }

    private static Map<String, String> sign(Instant at, SigningSecret... secrets) {
        Message message = new Message(
                "evt_01ARZ3NDEKTSV4RRFFQ69G5FAV",
                "license.issued",
                "01563e3a-b5d3-8de9-8827-abeeea05498c",
                3,
                Body.of(BODY.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> headers = new HashMap<>();
        SignedHeaders.write(message, List.of(secrets), at, headers::put);
        return headers;
    }
}
