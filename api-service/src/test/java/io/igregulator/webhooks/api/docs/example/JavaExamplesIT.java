package io.igregulator.webhooks.api.docs.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JavaExamplesIT {
    private static final Path SOURCES = Path.of("src/main/resources/receivers/examples/java");
    private static final Path CLASSES = Path.of("target/receivers/java-classes");

    @BeforeAll
    static void theExamplesCompileOnJava17WithoutAWarning() throws Exception {
        Files.createDirectories(CLASSES);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(SOURCES)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-Xlint:all",
                                    "-Werror",
                                    "-d",
                                    CLASSES.toString(),
                                    "-cp",
                                    jars()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources.toList()))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    @Test
    void plainCodeGivesEveryVerdict() throws Exception {
        Vectors vectors = Vectors.published();

        assertThat(verdicts(vectors, "VerifyDelivery", vector ->
                        new Object[] {secret(vector), Vectors.signature(vector), Vectors.body(vector), clock(vector)}))
                .isEqualTo(vectors.expected("plain"));
    }

    @Test
    void stripesPackageGivesEveryVerdict() throws Exception {
        Vectors vectors = Vectors.present();

        assertThat(verdicts(vectors, "VerifyWithStripe", vector ->
                        new Object[] {secret(vector), Vectors.signature(vector), Vectors.body(vector)}))
                .isEqualTo(vectors.expected("stripe"));
    }

    @Test
    void theStandardWebhooksPackageGivesEveryVerdict() throws Exception {
        Vectors vectors = Vectors.present();

        assertThat(verdicts(vectors, "VerifyWithStandardWebhooks", vector ->
                        new Object[] {secret(vector), headers(vector), Vectors.body(vector)}))
                .isEqualTo(vectors.expected("standard_webhooks"));
    }

    @Test
    void itRunsByHandAsItsCommentSays() {
        JsonNode vector = Vectors.present().all().getFirst();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Workshop workshop = Workshop.open("java", java, "--version").reading(Vectors.body(vector));

        assertThat(workshop.run(java, "VerifyDelivery.java", secret(vector), Vectors.signature(vector))
                        .output())
                .isEqualToIgnoringNewLines("accepted");
    }

    private static Map<String, String> verdicts(Vectors vectors, String example, Arguments arguments) throws Exception {
        Map<String, String> verdicts = new LinkedHashMap<>();
        URL[] classes = {CLASSES.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, JavaExamplesIT.class.getClassLoader())) {
            Method verify = Arrays.stream(loader.loadClass(example).getMethods())
                    .filter(method -> method.getName().equals("verify"))
                    .findFirst()
                    .orElseThrow();
            for (JsonNode vector : vectors.all()) {
                boolean genuine = Objects.equals(verify.invoke(null, arguments.of(vector)), true);
                verdicts.put(vector.path("name").asString(), genuine ? "accepted" : "refused");
            }
        }
        return verdicts;
    }

    private static String jars() {
        return Stream.of(com.stripe.net.Webhook.class, com.standardwebhooks.Webhook.class)
                .map(type -> Objects.requireNonNull(type.getProtectionDomain().getCodeSource()))
                .map(CodeSource::getLocation)
                .map(location -> Path.of(location.getPath()).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String secret(JsonNode vector) {
        return vector.path("secret").asString();
    }

    private static Instant clock(JsonNode vector) {
        return Instant.ofEpochSecond(vector.path("now").asLong());
    }

    private static Map<String, List<String>> headers(JsonNode vector) {
        Map<String, List<String>> headers = new HashMap<>();
        vector.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asString())));
        return headers;
    }

    private interface Arguments {
        Object[] of(JsonNode vector);
    }
}
