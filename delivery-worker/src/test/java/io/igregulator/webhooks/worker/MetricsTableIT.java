package io.igregulator.webhooks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.metrics.MetricsTable;
import io.igregulator.webhooks.worker.fixture.RunningWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Operators read the metrics in README.md: it names all of a worker's own, with their labels, and no others. */
class MetricsTableIT {
    private static final Path DOCUMENT = Path.of("README.md");

    @Test
    void everyMetricIsDocumentedWithItsLabelsAndNoOther() throws IOException {
        Map<String, Set<String>> documented = MetricsTable.documented(DOCUMENT);
        try (RunningWorker worker = RunningWorker.start(
                Infrastructure.shared().freshDatabase(),
                "webhooks.reencryption.interval=1s",
                "webhooks.metrics.lag-interval=1s")) {
            // Has a secret, whose key is counted.
            worker.endpoints().create("https://93.184.216.34/");

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(MetricsTable.exported(
                                    worker.get("/actuator/prometheus").body()))
                            .containsExactlyInAnyOrderEntriesOf(documented));
        }
    }
}
