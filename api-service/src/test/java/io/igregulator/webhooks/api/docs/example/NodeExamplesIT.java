package io.igregulator.webhooks.api.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NodeExamplesIT {
    private final Workshop node = Workshop.open("node", "node", "--version");

    @Test
    void plainCodeGivesEveryVerdict() {
        Vectors vectors = Vectors.published();

        assertThat(check(vectors, "./verify.mjs")).isEqualTo(vectors.expected("plain"));
    }

    @Test
    void stripesPackageGivesEveryVerdict() {
        install();
        Vectors vectors = Vectors.present();

        assertThat(check(vectors, "./verify-with-stripe.mjs")).isEqualTo(vectors.expected("stripe"));
    }

    @Test
    void theStandardWebhooksPackageGivesEveryVerdict() {
        install();
        Vectors vectors = Vectors.present();

        assertThat(check(vectors, "./verify-with-standard-webhooks.mjs"))
                .isEqualTo(vectors.expected("standard_webhooks"));
    }

    @Test
    void itRunsByHandAsItsCommentSays() {
        JsonNode vector = Vectors.present().all().getFirst();

        assertThat(node.reading(Vectors.body(vector))
                        .run("node", "verify.mjs", vector.path("secret").asString(), Vectors.signature(vector))
                        .output())
                .isEqualToIgnoringNewLines("accepted");
    }

    private Map<String, String> check(Vectors vectors, String example) {
        return node.verdicts("node", "check.mjs", example, vectors.file().toString());
    }

    private void install() {
        node.install("package-lock.json", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }
}
