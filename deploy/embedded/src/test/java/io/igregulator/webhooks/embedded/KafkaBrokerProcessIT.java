package io.igregulator.webhooks.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerProcessIT {

    @TempDir
    Path directory;

    @Test
    void keepsAcknowledgedRecordsOverASigkillOnTheSamePorts() {
        int port = LoopbackPort.choose(0, "a test");
        int controllerPort = LoopbackPort.choose(0, "a test");
        try (var broker = KafkaBrokerProcess.start(directory, port, controllerPort)) {
            KafkaTopics.create(broker.bootstrapServers(), new NewTopic("orders", 3, (short) 1));
            Records.produce(broker.bootstrapServers(), "orders", "first");
            broker.kill();
            assertThat(ProcessHandle.of(broker.pid()).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
        try (var broker = KafkaBrokerProcess.start(directory, port, controllerPort)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(Records.consumeOne(broker.bootstrapServers(), "orders")).isEqualTo("first");
        }
    }

    @Test
    void stopsCleanlyOnSigterm() {
        try (var broker = KafkaBrokerProcess.start(directory, 0, 0)) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
        }
        assertThat(directory.resolve("log/.kafka_cleanshutdown")).exists();
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws Exception {
        try (var squatter = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = squatter.getLocalPort();
            assertThatThrownBy(() -> KafkaBrokerProcess.start(directory, port, 0))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageEndingWith(
                            "Port " + port + " on 127.0.0.1, wanted by Kafka, is taken by another process.");
        }
    }

    @Test
    void saysInOneSentenceThatTheDirectoryIsUnusable() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> KafkaBrokerProcess.start(file, 0, 0))
                .isInstanceOf(StartFailedException.class)
                .hasMessage("Kafka cannot start: " + file + " is not a writable directory.");
    }
}
