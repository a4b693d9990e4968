package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.docs.example.Workshop;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that are generated from the document, with the generator's defaults, go through a whole session. */
class GeneratedClientsIT {
    private static final Path SESSIONS = Path.of("src/test/resources/clients");
    private static final Path TARGET = Path.of("target/clients");
    private static final Path GENERATOR =
            TARGET.resolve("openapi-generator.jar").toAbsolutePath();
    private static final Path DOCUMENT = TARGET.resolve("openapi.json").toAbsolutePath();

    private static final RunningApi API = RunningApi.development();
    private static final Receiver RECEIVER = new Receiver();

    @BeforeAll
    static void fetchTheDocument() throws IOException {
        Files.createDirectories(TARGET);
        Files.writeString(DOCUMENT, API.anonymous().get("/openapi.json").is(200).body());
    }

    @AfterAll
    static void stopTheReceiver() {
        RECEIVER.close();
    }

    @Test
    void pythonsGoesThroughASession() {
        Workshop python = open("python", "python3", "--version");
        generate(python, "python");
        python.install(
                "client/requirements.txt",
                "python3",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--target",
                "packages",
                "--requirement",
                "client/requirements.txt");

        ClientSession session = ClientSession.prepare(API, RECEIVER);

        assertThat(python.with(with(session, Map.of("PYTHONPATH", "client:packages")))
                        .verdicts("python3", "session.py"))
                .isEqualTo(session.expected());
    }

    @Test
    void gosGoesThroughASession() {
        Workshop go = open("go", "go", "version")
                .with(Map.of("GOFLAGS", "-mod=mod -buildvcs=false", "GOWORK", "off", "GOTOOLCHAIN", "local"));
        generate(go, "go");
        go.orSkip("the modules cannot be fetched", "go", "mod", "tidy");
        Workshop.Result built = go.run("go", "build", "-o", "session", ".");
        assertThat(built.exit()).as(built.errors()).isZero();

        ClientSession session = ClientSession.prepare(API, RECEIVER);

        assertThat(go.with(session.environment()).verdicts("./session")).isEqualTo(session.expected());
    }

    private static Workshop open(String language, String... probe) {
        return Workshop.open(SESSIONS.resolve(language), TARGET.resolve(language), probe);
    }

    private static void generate(Workshop workshop, String language) {
        Workshop.Result result = workshop.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                GENERATOR.toString(),
                "generate",
                "--generator-name",
                language,
                "--input-spec",
                DOCUMENT.toString(),
                "--output",
                "client");
        assertThat(result.exit()).as(result.output() + result.errors()).isZero();
    }

    private static Map<String, String> with(ClientSession session, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(session.environment());
        variables.putAll(more);
        return variables;
    }
}
