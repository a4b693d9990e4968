package io.igregulator.webhooks.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.benchmark.receive.Clock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskProbeTest {
    @Test
    void whatIsDueInTheWindowCounts(@TempDir Path folder) {
        long from = Clock.nanos();
        try (var probe = DiskProbe.start(folder)) {
            await().until(() -> probe.within(new Window(from, Clock.nanos())).count() >= 4);
            var window = new Window(from, Clock.nanos());
            var disk = probe.within(window);

            // One is due every twentieth of a second, however long each takes.
            assertThat(disk.count()).isLessThanOrEqualTo((int) (20 * window.seconds()) + 1);
            assertThat(disk.percentile(0)).isPositive();
            assertThat(disk.percentile(100)).isLessThan(window.seconds() * 1_000);
            assertThat(probe.within(new Window(0, from)).count()).isZero();
        }
    }
}
