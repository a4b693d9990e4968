package io.igregulator.webhooks.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Operators read the settings in README.md: it names all of them, with their values, and no others. */
class RelayProducerTest {
    private static final Path DOCUMENT = Path.of("README.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\| `([^`|]+)` \\|", Pattern.MULTILINE);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    @Test
    void theProducerIsSetToWhatIsDocumented() throws IOException {
        Map<String, String> documented = new HashMap<>();
        ROW.matcher(Files.readString(DOCUMENT)).results().forEach(row -> documented.put(row.group(1), row.group(2)));
        Map<String, String> effective = new HashMap<>();
        new RelayProducer(Map.of(), TIMEOUT)
                .settings()
                .forEach((name, value) ->
                        effective.put(name, value instanceof Class<?> type ? type.getSimpleName() : value.toString()));

        assertThat(effective).isEqualTo(documented);
    }

    @Test
    void whatWouldBreakOrderOrLoseRowsIsNotTakenFromTheConnection() {
        Map<String, Object> connection = Map.of(
                "security.protocol", "SASL_SSL",
                "acks", "1",
                "retries", "0",
                "partitioner.class", "org.apache.kafka.clients.producer.RoundRobinPartitioner",
                "transactional.id", "t");

        assertThat(new RelayProducer(connection, TIMEOUT).settings())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("acks", "all")
                .containsEntry("retries", Integer.MAX_VALUE)
                .doesNotContainKeys("partitioner.class", "transactional.id");
    }
}
