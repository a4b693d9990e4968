package io.igregulator.webhooks.embedded;

import java.nio.file.Path;

/** Runs the broker as a process of its own: {@code KafkaBrokerMain <directory> <port> <controller port>}. */
public final class KafkaBrokerMain {

    /** Starts the line printed to standard output once the broker serves requests; its address follows. */
    static final String READY = "Kafka is ready on ";

    private static final String LOGBACK = "logback.configurationFile";

    private KafkaBrokerMain() {}

    public static void main(String[] args) {
        if (args.length != 3) {
            System.err.println("Usage: KafkaBrokerMain <directory> <port> <controller port>");
            System.exit(2);
        }
        if (System.getProperty(LOGBACK) == null) {
            // Without any configuration logback prints debug lines, and the broker has many.
            System.setProperty(LOGBACK, "io/igregulator/webhooks/embedded/broker-process-logback.xml");
        }
        try {
            run(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        } catch (StartFailedException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path directory, int port, int controllerPort) {
        var broker = KafkaBroker.start(KafkaBroker.Options.kept(directory).withPorts(port, controllerPort));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-shutdown"));
        System.out.println(READY + broker.bootstrapServers());
        broker.awaitShutdown();
    }
}
