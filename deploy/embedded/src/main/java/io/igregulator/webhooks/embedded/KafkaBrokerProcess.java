package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link KafkaBrokerMain} as a child process that can be killed and started again on its directory and ports. */
public final class KafkaBrokerProcess implements AutoCloseable {

    private final Process process;
    private final String bootstrapServers;

    private KafkaBrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts a broker from this JVM's class path, logging to {@code kafka.log}, and returns when it serves requests. */
    public static KafkaBrokerProcess start(Path directory, int port, int controllerPort) {
        Path log = directory.resolve("kafka.log");
        try {
            Files.createDirectories(directory);
            Process process = new ProcessBuilder(command(directory, port, controllerPort))
                    .redirectError(Redirect.appendTo(log.toFile()))
                    .start();
            String line = process.inputReader().readLine();
            if (line == null || !line.startsWith(KafkaBrokerMain.READY)) {
                process.destroyForcibly();
                throw new StartFailedException("Kafka did not start: " + lastLine(log));
            }
            return new KafkaBrokerProcess(process, line.substring(KafkaBrokerMain.READY.length()));
        } catch (IOException e) {
            throw new StartFailedException("Kafka cannot start: " + directory + " is not a writable directory.", e);
        }
    }

    private static List<String> command(Path directory, int port, int controllerPort) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaBrokerMain.class.getName(),
                directory.toAbsolutePath().toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }

    private static String lastLine(Path log) throws IOException {
        return Files.readAllLines(log).reversed().stream().findFirst().orElse("it printed nothing.");
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public long pid() {
        return process.pid();
    }

    /** Kills it without warning (SIGKILL) and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(10);
    }

    /** Stops it cleanly (SIGTERM). */
    @Override
    public void close() {
        process.destroy();
        if (!awaitExit(60)) {
            kill();
        }
    }

    private boolean awaitExit(int seconds) {
        try {
            boolean gone = process.waitFor(seconds, TimeUnit.SECONDS);
            process.getInputStream().close();
            return gone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
