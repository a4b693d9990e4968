package io.igregulator.webhooks.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single broker that is also its own controller, small enough for a laptop. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private KafkaSettings() {}

    static Map<String, String> of(Path log, int port, int controllerPort) {
        var settings = new HashMap<>(roles(port, controllerPort));
        settings.put("log.dirs", log.toString());
        settings.putAll(SINGLE_REPLICA);
        settings.putAll(SMALL);
        settings.putAll(GROUPS);
        settings.putAll(RESTART);
        return Map.copyOf(settings);
    }

    static void addSecureListener(Map<String, String> settings, SecureListener secure, int port) {
        String address = "," + SecureListener.address(port);
        settings.merge("listeners", address, String::concat);
        settings.merge("advertised.listeners", address, String::concat);
        settings.merge("listener.security.protocol.map", "," + SecureListener.protocol(), String::concat);
        settings.putAll(secure.settings());
    }

    private static Map<String, String> roles(int port, int controllerPort) {
        String broker = LoopbackPort.HOST + ":" + port;
        String controller = LoopbackPort.HOST + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "listeners",
                "BROKER://" + broker + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                "BROKER://" + broker,
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "inter.broker.listener.name",
                "BROKER",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE_ID + "@" + controller);
    }

    private static final Map<String, String> SINGLE_REPLICA = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "8",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "default.replication.factor", "1",
            "auto.create.topics.enable", "false");

    private static final Map<String, String> SMALL = Map.of(
            "log.segment.bytes", Integer.toString(64 << 20),
            "log.index.size.max.bytes", Integer.toString(1 << 20),
            "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20),
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "1");

    // Tests and chaos runs want a dead member noticed in seconds.
    private static final Map<String, String> GROUPS = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "1000",
            "group.consumer.min.session.timeout.ms", "1000",
            "group.consumer.min.heartbeat.interval.ms", "500");

    // A killed broker may register again only after its old session, 9 s by default, has run out.
    private static final Map<String, String> RESTART =
            Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500");
}
