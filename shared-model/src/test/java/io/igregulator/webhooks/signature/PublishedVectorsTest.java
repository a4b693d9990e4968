package io.igregulator.webhooks.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.igregulator.webhooks.event.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receivers test their code with {@code signature/vectors.json}: our own code must sign exactly so. */
class PublishedVectorsTest {
    private static final JsonNode FILE = read();
    static final List<String> NAMES = vectors().map(PublishedVectorsTest::name).toList();
    static final List<String> AS_SIGNED = vectors()
            .filter(vector -> !vector.path("altered").asString("").equals("headers"))
            .map(PublishedVectorsTest::name)
            .toList();

    @Test
    void coverEveryVerdictAndHaveNamesOfTheirOwn() {
        assertThat(NAMES).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(vectors().map(vector -> vector.path("verdict").path("plain").asString()))
                .contains("accepted", "refused");
    }

    @ParameterizedTest
    @FieldSource("AS_SIGNED")
    void areWhatOurCodeSigns(String name) {
        JsonNode vector = vector(name);

        assertThat(vector.path("headers").properties())
                .allSatisfy(header -> assertThat(header.getValue().asString())
                        .as(header.getKey())
                        .isEqualTo(sign(vector).get(header.getKey())))
                .hasSize(4);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void holdTheSameBodyAsTextAndAsBytes(String name) {
        JsonNode vector = vector(name);

        assertThat(bytes(vector, "body_base64"))
                .isEqualTo(vector.path("body").asString().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void getTheirVerdictFromAStockVerifierAtTheirOwnTime(String name) {
        JsonNode vector = vector(name);

        assertThat(stripe(vector))
                .isEqualTo(vector.path("verdict").path("stripe").asString());
    }

    /** What was signed, at the time it was signed; a timestamp that was replaced afterwards is replaced here too. */
    private static Map<String, String> sign(JsonNode vector) {
        long shown = vector.path("timestamp").asLong();
        long signed = vector.path("signed_timestamp").asLong(shown);
        byte[] body = bytes(vector, vector.has("signed_body_base64") ? "signed_body_base64" : "body_base64");
        Message message = new Message(vector.path("event_id").asString(), "any", "any", 1, Body.of(body));
        List<SigningSecret> secrets = vector.path("signed_with").values().stream()
                .map(secret -> SigningSecret.of(secret.asString(), null))
                .toList();
        Map<String, String> headers = new HashMap<>();
        SignedHeaders.write(
                message,
                secrets,
                Instant.ofEpochSecond(signed),
                (header, value) -> headers.put(header, value.replace(Long.toString(signed), Long.toString(shown))));
        return headers;
    }

    private static String stripe(JsonNode vector) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(vector.path("now").asLong()), ZoneOffset.UTC);
        String header = vector.path("headers").path("X-iGregulator-Signature").asString();
        try {
            Webhook.Signature.verifyHeader(
                    vector.path("body").asString(),
                    header,
                    vector.path("secret").asString(),
                    300,
                    clock);
            return "accepted";
        } catch (SignatureVerificationException | NumberFormatException e) {
            return "refused";
        }
    }

    private static byte[] bytes(JsonNode vector, String field) {
        return Base64.getDecoder().decode(vector.path(field).asString());
    }

    private static JsonNode vector(String name) {
        return vectors().filter(vector -> name(vector).equals(name)).findFirst().orElseThrow();
    }

    private static String name(JsonNode vector) {
        return vector.path("name").asString();
    }

    private static Stream<JsonNode> vectors() {
        return FILE.path("vectors").values().stream();
    }

    private static JsonNode read() {
        try (InputStream file = PublishedVectorsTest.class.getResourceAsStream("/signature/vectors.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
