package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.docs.example.Workshop;
import io.igregulator.webhooks.api.fixture.Receiver;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        mustSucceed(go.run("go", "build", "-o", "session", "."));

        ClientSession session = ClientSession.prepare(API, RECEIVER);

        assertThat(go.with(session.environment()).verdicts("./session")).isEqualTo(session.expected());
    }

    @Test
    void javasGoesThroughASession() throws IOException {
        Workshop java = open("java", "mvn", "--version");
        generate(java, "java", "--library", "native");
        java.install(
                "client/pom.xml",
                "mvn",
                "--batch-mode",
                "--quiet",
                "--file",
                "client/pom.xml",
                "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy-dependencies",
                "-DincludeScope=compile",
                "-DoutputDirectory=../packages");
        List<String> compile = new ArrayList<>(
                List.of(jdk("javac"), "--release", "17", "-proc:none", "-d", "classes", "-cp", "packages/*"));
        compile.add("Session.java");
        try (Stream<Path> sources = Files.walk(TARGET.resolve("java/client/src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java"))
                    .map(source -> source.toAbsolutePath().toString())
                    .forEach(compile::add);
        }
        mustSucceed(java.run(compile.toArray(String[]::new)));

        ClientSession session = ClientSession.prepare(API, RECEIVER);

        assertThat(java.with(session.environment()).verdicts(jdk("java"), "-cp", "classes:packages/*", "Session"))
                .isEqualTo(session.expected());
    }

    @Test
    void typeScriptsGoesThroughASession() {
        Workshop node = open("typescript", "npm", "--version");
        generate(node, "typescript-fetch");
        node.install("package-lock.json", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        mustSucceed(node.run("npx", "--no-install", "tsc", "--project", "."));

        ClientSession session = ClientSession.prepare(API, RECEIVER);

        assertThat(node.with(session.environment()).verdicts("node", "built/session.js"))
                .isEqualTo(session.expected());
    }

    private static Workshop open(String language, String... probe) {
        return Workshop.open(SESSIONS.resolve(language), TARGET.resolve(language), probe);
    }

    private static void generate(Workshop workshop, String language, String... options) {
        List<String> command = new ArrayList<>(List.of(
                jdk("java"),
                "-jar",
                GENERATOR.toString(),
                "generate",
                "--generator-name",
                language,
                "--input-spec",
                DOCUMENT.toString(),
                "--output",
                "client"));
        command.addAll(List.of(options));
        mustSucceed(workshop.run(command.toArray(String[]::new)));
    }

    private static void mustSucceed(Workshop.Result result) {
        assertThat(result.exit()).as(result.output() + result.errors()).isZero();
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static Map<String, String> with(ClientSession session, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(session.environment());
        variables.putAll(more);
        return variables;
    }
}
