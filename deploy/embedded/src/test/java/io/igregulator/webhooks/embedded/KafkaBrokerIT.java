package io.igregulator.webhooks.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.embedded.KafkaBroker.Options;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    @TempDir
    Path directory;

    @Test
    void keepsRecordsOverARestartOnTheSamePorts() {
        int port;
        int controllerPort;
        try (var broker = KafkaBroker.start(Options.kept(directory))) {
            port = broker.port();
            controllerPort = broker.controllerPort();
            broker.createTopics(new NewTopic("orders", 3, (short) 1));
            Records.produce(broker.bootstrapServers(), "orders", "first");
        }
        try (var broker = KafkaBroker.start(Options.kept(directory).withPorts(port, controllerPort))) {
            assertThat(Records.consumeOne(broker.bootstrapServers(), "orders")).isEqualTo("first");
        }
    }

    @Test
    void keepsRecordsOverARestartOnOtherPorts() {
        try (var broker = KafkaBroker.start(Options.kept(directory))) {
            broker.createTopics(new NewTopic("orders", 1, (short) 1));
            Records.produce(broker.bootstrapServers(), "orders", "first");
        }
        try (var broker = KafkaBroker.start(Options.kept(directory))) {
            assertThat(Records.consumeOne(broker.bootstrapServers(), "orders")).isEqualTo("first");
        }
    }

    @Test
    void createdTopicsTakeRecordsAtOnce() {
        try (var broker = KafkaBroker.start(Options.temporary())) {
            IntStream.range(0, 20).mapToObj(i -> "topic-" + i).forEach(name -> {
                broker.createTopics(new NewTopic(name, 8, (short) 1));
                broker.createTopics(new NewTopic(name, 8, (short) 1));
                Records.produceWithoutRetries(broker.bootstrapServers(), name, 8);
            });
        }
    }

    @Test
    void theSecureListenerTakesItsPasswordOverTlsAndNothingElse() throws Exception {
        var secure = SecureListener.create(directory);
        try (var broker = KafkaBroker.start(Options.temporary().withSecureListener(secure))) {
            String address = broker.secureBootstrapServers();
            try (var admin = admin(address, secure, secure.login())) {
                var node = admin.describeCluster().nodes().get().iterator().next();
                assertThat(node.host() + ":" + node.port()).isEqualTo(address);
            }
            try (var admin = admin(address, secure, secure.login().replace("kafka-secret", "a-guess"))) {
                var nodes = admin.describeCluster().nodes();
                assertThatThrownBy(nodes::get).hasCauseInstanceOf(SaslAuthenticationException.class);
            }
        }
    }

    private static Admin admin(String address, SecureListener secure, String login) {
        return Admin.create(Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SASL_SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                secure.authority().toString(),
                "sasl.mechanism",
                SecureListener.MECHANISM,
                "sasl.jaas.config",
                login));
    }
}
