package io.igregulator.webhooks.api.docs.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of one language's sources under {@code target}, where its packages are installed and its tools run. What is missing
 * skips the test, unless the environment says that it {@linkplain #REQUIRED has to be there}.
 */
public final class Workshop {
    private static final String REQUIRED = "WEBHOOKS_TOOLCHAINS";
    private static final Path EXAMPLES = Path.of("src/main/resources/receivers/examples");
    private static final long PATIENCE_SECONDS = 240;

    private final Path folder;
    private final Path input;
    private final Map<String, String> environment;

    private Workshop(Path folder, Path input, Map<String, String> environment) {
        this.folder = folder;
        this.input = input;
        this.environment = environment;
    }

    /** Skips the test where the tool is not installed. */
    static Workshop open(String language, String... probe) {
        return open(EXAMPLES.resolve(language), Path.of("target/receivers", language), probe);
    }

    /** Skips the test where the tool is not installed. */
    public static Workshop open(Path sources, Path target, String... probe) {
        Path folder = target.toAbsolutePath();
        copy(sources, folder);
        Workshop workshop = new Workshop(folder, Path.of("/dev/null"), Map.of());
        workshop.orSkip(probe[0] + " is not installed", probe);
        return workshop;
    }

    public Workshop with(Map<String, String> variables) {
        return new Workshop(folder, input, variables);
    }

    Workshop reading(byte[] body) {
        try {
            return new Workshop(folder, Files.write(folder.resolve("input"), body), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Installs packages unless that was done for the same list before; without a registry the test is skipped. */
    public void install(String list, String... command) {
        Path wanted = folder.resolve(list);
        Path done = folder.resolve("installed");
        try {
            if (!Files.exists(done) || Files.mismatch(wanted, done) >= 0) {
                orSkip("the packages cannot be installed", command);
                Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void orSkip(String reason, String... command) {
        try {
            Result result = start(command);
            if (result.exit() != 0) {
                skip(reason + ": " + result.errors());
            }
        } catch (IOException e) {
            skip(reason + ": " + e.getMessage());
        }
    }

    private static void skip(String reason) {
        if ("required".equals(System.getenv(REQUIRED))) {
            fail(reason);
        }
        abort(reason);
    }

    public Result run(String... command) {
        try {
            return start(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a check printed, a name and a verdict a line. */
    public Map<String, String> verdicts(String... command) {
        Result result = run(command);
        assertThat(result.exit()).as(result.errors()).isZero();
        Map<String, String> verdicts = new LinkedHashMap<>();
        result.output().lines().forEach(line -> {
            int blank = line.indexOf(' ');
            verdicts.put(line.substring(0, blank), line.substring(blank + 1));
        });
        return verdicts;
    }

    private Result start(String... command) throws IOException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(Redirect.to(output.toFile()))
                .redirectError(Redirect.to(errors.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("still running after " + PATIENCE_SECONDS + " s: " + List.of(command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a command ended. */
    public record Result(int exit, String output, String errors) {}
}
