package io.igregulator.webhooks.api.docs.example;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.signature.Message;
import io.igregulator.webhooks.signature.SignedHeaders;
import io.igregulator.webhooks.signature.SigningSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published vectors, or the same ones moved to the present for verifiers that know no other clock. */
record Vectors(Path file) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path PUBLISHED = Path.of("../shared-model/src/main/resources/signature/vectors.json");
    private static final Path PRESENT = Path.of("target/receivers/vectors-present.json");

    static Vectors published() {
        return new Vectors(PUBLISHED.toAbsolutePath());
    }

    /** Signed again by our own code; what was altered afterwards by hand stays as it is, and stays refused. */
    static Vectors present() {
        ObjectNode root = (ObjectNode) read(PUBLISHED);
        long now = Instant.now().getEpochSecond();
        for (JsonNode vector : root.path("vectors")) {
            if (!vector.path("altered").asString("").equals("headers")) {
                move((ObjectNode) vector, now - vector.path("now").asLong());
            }
        }
        try {
            Files.createDirectories(PRESENT.getParent());
            Files.write(PRESENT, JSON.writeValueAsBytes(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Vectors(PRESENT.toAbsolutePath());
    }

    List<JsonNode> all() {
        return List.copyOf(read(file).path("vectors").values());
    }

    /** @param verifier {@code plain}, {@code stripe} or {@code standard_webhooks} */
    Map<String, String> expected(String verifier) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        all().forEach(vector -> verdicts.put(
                vector.path("name").asString(),
                vector.path("verdict").path(verifier).asString()));
        return verdicts;
    }

    static byte[] body(JsonNode vector) {
        return Base64.getDecoder().decode(vector.path("body_base64").asString());
    }

    static String signature(JsonNode vector) {
        return vector.path("headers").path(SignedHeaders.SIGNATURE).asString();
    }

    private static void move(ObjectNode vector, long seconds) {
        long shown = vector.path("timestamp").asLong() + seconds;
        long signed = vector.path("signed_timestamp").asLong(shown - seconds) + seconds;
        vector.put("timestamp", shown).put("now", vector.path("now").asLong() + seconds);
        ObjectNode headers = vector.putObject("headers");
        SignedHeaders.write(
                message(vector),
                secrets(vector),
                Instant.ofEpochSecond(signed),
                (name, value) -> headers.put(name, value.replace(Long.toString(signed), Long.toString(shown))));
    }

    private static Message message(JsonNode vector) {
        String body = vector.path("signed_body_base64")
                .asString(vector.path("body_base64").asString());
        return new Message(
                vector.path("event_id").asString(),
                "any",
                "any",
                1,
                Body.of(Base64.getDecoder().decode(body)));
    }

    private static List<SigningSecret> secrets(JsonNode vector) {
        return vector.path("signed_with").values().stream()
                .map(secret -> SigningSecret.of(secret.asString(), null))
                .toList();
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }
}
