package io.igregulator.webhooks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.metrics.MetricsTable;
import io.igregulator.webhooks.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** Operators read the metrics in README.md: it names all of the API's own, with their labels, and no others. */
class MetricsTableIT {
    private static final Path DOCUMENT = Path.of("README.md");

    @Test
    void everyMetricIsDocumentedWithItsLabelsAndNoOther() throws IOException {
        Map<String, Set<String>> documented = MetricsTable.documented(DOCUMENT);
        Infrastructure.shared()
                .createTopics(Topics.ALL.stream()
                        .map(topic -> new NewTopic(topic, 2, (short) 1))
                        .toArray(NewTopic[]::new));
        try (RunningApi api = RunningApi.with(Map.of(
                "spring.kafka.bootstrap-servers",
                Infrastructure.shared().bootstrapServers(),
                "webhooks.metrics.lag-interval",
                "1s"))) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(MetricsTable.exported(api.operator()
                                    .get("/actuator/prometheus")
                                    .is(200)
                                    .body()))
                            .containsExactlyInAnyOrderEntriesOf(documented));
        }
    }
}
