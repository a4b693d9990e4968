package io.igregulator.webhooks.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker, its own KRaft controller, in this JVM and on loopback only. */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;
    private final int controllerPort;
    private final int securePort;
    private final @Nullable OrphanGuard guard;

    private KafkaBroker(
            KafkaRaftServer server, int port, int controllerPort, int securePort, @Nullable OrphanGuard guard) {
        this.server = server;
        this.port = port;
        this.controllerPort = controllerPort;
        this.securePort = securePort;
        this.guard = guard;
    }

    /**
     * Where and how to run.
     *
     * @param directory kept between runs; none: temporary, deleted on close or when the JVM ends
     * @param port 0 for any free one
     * @param controllerPort 0 for any free one
     * @param secure a second listener, with TLS and a password, on a free port
     * @param settings broker settings beyond the defaults
     */
    public record Options(
            @Nullable Path directory,
            int port,
            int controllerPort,
            @Nullable SecureListener secure,
            Map<String, String> settings) {

        public Options {
            settings = Map.copyOf(settings);
        }

        public static Options temporary() {
            return new Options(null, 0, 0, null, Map.of());
        }

        public static Options kept(Path directory) {
            return new Options(directory.toAbsolutePath(), 0, 0, null, Map.of());
        }

        public Options withPorts(int port, int controllerPort) {
            return new Options(directory, port, controllerPort, secure, settings);
        }

        public Options withSecureListener(SecureListener listener) {
            return new Options(directory, port, controllerPort, listener, settings);
        }

        public Options withSetting(String name, String value) {
            var more = new HashMap<>(settings);
            more.put(name, value);
            return new Options(directory, port, controllerPort, secure, more);
        }
    }

    /** Returns when the broker serves requests. */
    public static KafkaBroker start(Options options) {
        Path directory = options.directory();
        if (directory != null) {
            return start(directory, options, null);
        }
        Path temporary = TemporaryDirectory.create("kafka");
        var guard = OrphanGuard.over(temporary, List.of());
        try {
            return start(temporary, options, guard);
        } catch (RuntimeException e) {
            guard.close();
            throw e;
        }
    }

    private static KafkaBroker start(Path directory, Options options, @Nullable OrphanGuard guard) {
        int port = LoopbackPort.choose(options.port(), "Kafka");
        int controllerPort = LoopbackPort.choose(options.controllerPort(), "Kafka's controller");
        Path log = directory.resolve("log");
        KafkaStorage.formatUnlessDone(log);
        var settings = new HashMap<>(KafkaSettings.of(log, port, controllerPort));
        int securePort = 0;
        if (options.secure() != null) {
            securePort = LoopbackPort.choose(0, "Kafka's secure listener");
            KafkaSettings.addSecureListener(settings, options.secure(), securePort);
        }
        settings.putAll(options.settings());
        var config = new KafkaConfig(settings, false);
        return new KafkaBroker(startServer(config, directory), port, controllerPort, securePort, guard);
    }

    private static KafkaRaftServer startServer(KafkaConfig config, Path directory) {
        try {
            var server = new KafkaRaftServer(config, Time.SYSTEM);
            startOrShutDown(server);
            return server;
        } catch (RuntimeException e) {
            throw new StartFailedException("Kafka cannot start on " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void startOrShutDown(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** Of the listener with TLS and a password. */
    public String secureBootstrapServers() {
        if (securePort == 0) {
            throw new IllegalStateException("This broker has no secure listener.");
        }
        return LoopbackPort.HOST + ":" + securePort;
    }

    public int port() {
        return port;
    }

    public int controllerPort() {
        return controllerPort;
    }

    /** Creates the missing ones and waits for their leaders. */
    public void createTopics(NewTopic... topics) {
        KafkaTopics.create(bootstrapServers(), topics);
    }

    /** Returns when the broker has stopped, for whatever reason. */
    void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (guard != null) {
            guard.close();
        }
    }
}
