package io.igregulator.webhooks.api.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PythonExamplesIT {
    private final Workshop python = Workshop.open("python", "python3", "--version");

    @Test
    void plainCodeGivesEveryVerdict() {
        Vectors vectors = Vectors.published();

        assertThat(check(vectors, "verify")).isEqualTo(vectors.expected("plain"));
    }

    @Test
    void stripesPackageGivesEveryVerdict() {
        install();
        Vectors vectors = Vectors.present();

        assertThat(check(vectors, "verify_with_stripe")).isEqualTo(vectors.expected("stripe"));
    }

    @Test
    void theStandardWebhooksPackageGivesEveryVerdict() {
        install();
        Vectors vectors = Vectors.present();

        assertThat(check(vectors, "verify_with_standard_webhooks")).isEqualTo(vectors.expected("standard_webhooks"));
    }

    @Test
    void itRunsByHandAsItsCommentSays() {
        JsonNode vector = Vectors.present().all().getFirst();

        assertThat(python.reading(Vectors.body(vector))
                        .run("python3", "verify.py", vector.path("secret").asString(), Vectors.signature(vector))
                        .output())
                .isEqualToIgnoringNewLines("accepted");
    }

    private Map<String, String> check(Vectors vectors, String example) {
        return python.with(Map.of("PYTHONPATH", "packages"))
                .verdicts("python3", "check.py", example, vectors.file().toString());
    }

    private void install() {
        python.install(
                "requirements.txt",
                "python3",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--target",
                "packages",
                "--requirement",
                "requirements.txt");
    }
}
