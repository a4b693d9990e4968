package io.igregulator.webhooks.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.kafka.AdminSettings;
import io.igregulator.webhooks.lag.LagClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** Operators read the settings in README.md: it names all of them, with their values, and no others. */
class ClientSettingsTest {
    private static final Path DOCUMENT = Path.of("README.md");
    private static final KafkaConnection KAFKA = KafkaConnection.of(Map.of());

    @Test
    void consumersAreSetToWhatIsDocumented() throws IOException {
        Map<String, Object> fanout =
                ConsumerSettings.fanout(KAFKA, 250, Map.of()).asMap();
        Map<String, Object> dispatch =
                ConsumerSettings.dispatch(KAFKA, 500, Map.of()).asMap();
        Map<String, Object> changes = ConsumerSettings.endpointChanges(KAFKA).asMap();

        assertThat(List.of(texts(fanout), texts(dispatch), texts(changes))).isEqualTo(documented("Consumers", 3));
        assertThat(ConsumerConfig.configNames()).containsAll(fanout.keySet()).containsAll(dispatch.keySet());
    }

    @Test
    void producersAreSetToWhatIsDocumented() throws IOException {
        Map<String, Object> fanout = ProducerSettings.fanout(KAFKA, "snappy", Duration.ofSeconds(30));
        Map<String, Object> deadLetters = ProducerSettings.deadLetters(KAFKA);

        assertThat(List.of(texts(fanout), texts(deadLetters))).isEqualTo(documented("Producers", 2));
        assertThat(ProducerConfig.configNames()).containsAll(fanout.keySet()).containsAll(deadLetters.keySet());
    }

    @Test
    void adminClientsAreSetToWhatIsDocumented() throws IOException {
        Map<String, Object> topics = AdminSettings.of(KAFKA.admin(), "webhook-topics");
        Map<String, Object> lag = new LagClients(KAFKA.consumer(), KAFKA.admin()).adminSettings();
        Map<String, Object> liveness = AdminSettings.of(KAFKA.admin(), "webhook-liveness");

        assertThat(List.of(texts(topics), texts(lag), texts(liveness))).isEqualTo(documented("Admin clients", 3));
        assertThat(AdminClientConfig.configNames()).containsAll(topics.keySet());
    }

    @Test
    void everyClientIsConnectedAsConfigured() {
        KafkaConnection kafka = KafkaConnection.of(Map.of("security.protocol", "SASL_SSL"));

        assertThat(List.of(
                        ConsumerSettings.fanout(kafka, 1, Map.of()).asMap(),
                        ConsumerSettings.dispatch(kafka, 1, Map.of()).asMap(),
                        ConsumerSettings.endpointChanges(kafka).asMap(),
                        ProducerSettings.fanout(kafka, "none", Duration.ofSeconds(1)),
                        ProducerSettings.deadLetters(kafka),
                        AdminSettings.of(kafka.admin(), "webhook-topics"),
                        AdminSettings.of(kafka.admin(), "webhook-liveness"),
                        new LagClients(kafka.consumer(), kafka.admin()).adminSettings()))
                .allSatisfy(settings -> assertThat(settings).containsEntry("security.protocol", "SASL_SSL"));
    }

    @Test
    void whatWouldBreakAGuaranteeIsNotTakenFromTheConnection() {
        KafkaConnection kafka = KafkaConnection.of(Map.of(
                "enable.auto.commit", "true",
                "isolation.level", "read_uncommitted",
                "acks", "0",
                "retries", "0",
                "transactional.id", "t"));

        assertThat(ConsumerSettings.fanout(kafka, 1, Map.of()).asMap())
                .containsEntry("enable.auto.commit", false)
                .containsEntry("isolation.level", "read_committed");
        assertThat(ProducerSettings.deadLetters(kafka))
                .containsEntry("acks", "all")
                .containsEntry("retries", Integer.MAX_VALUE)
                .doesNotContainKey("transactional.id");
    }

    @Test
    void furtherSettingsOfAConsumerAreTakenUnlessAGuaranteeRestsOnThem() {
        assertThat(ConsumerSettings.fanout(KAFKA, 1, Map.of("fetch.min.bytes", "1000", "group.protocol", "consumer"))
                        .asMap())
                .containsEntry("fetch.min.bytes", "1000")
                .doesNotContainKey("session.timeout.ms");
        assertThat(ConsumerSettings.fanout(KAFKA, 1, Map.of("isolation.level", "read_committed"))
                        .asMap())
                .containsEntry("isolation.level", "read_committed");
        assertThatThrownBy(() -> ConsumerSettings.fanout(KAFKA, 1, Map.of("isolation.level", "read_uncommitted")))
                .hasMessage("webhooks.fanout.consumer must not change isolation.level: what is delivered rests on it");
        assertThatThrownBy(() -> ConsumerSettings.dispatch(KAFKA, 1, Map.of("enable.auto.commit", "true")))
                .hasMessage(
                        "webhooks.dispatch.consumer must not change enable.auto.commit: what is delivered rests on it");
    }

    private static Map<String, String> texts(Map<String, Object> settings) {
        Map<String, String> texts = new HashMap<>();
        settings.forEach((name, value) -> {
            String text = value instanceof Class<?> type ? type.getName() : value.toString();
            texts.put(name, text.contains("kafka.") ? text.substring(text.lastIndexOf('.') + 1) : text);
        });
        return texts;
    }

    /** The section's table, a map for each of its clients. */
    private static List<Map<String, String>> documented(String section, int clients) throws IOException {
        String text = Files.readString(DOCUMENT);
        int from = text.indexOf("\n### " + section + "\n");
        String table = text.substring(from, text.indexOf("\n#", from + 1));
        List<Map<String, String>> settings = new ArrayList<>();
        for (int client = 1; client <= clients; client++) {
            Map<String, String> one = new HashMap<>();
            Pattern row = Pattern.compile(
                    "^\\| `([a-z.]+)` (?:\\| [^|]+ ){" + (client - 1) + "}\\| `([^`|]+)` \\|", Pattern.MULTILINE);
            row.matcher(table).results().forEach(match -> one.put(match.group(1), match.group(2)));
            settings.add(one);
        }
        return settings;
    }
}
