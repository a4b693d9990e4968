package io.igregulator.webhooks.worker.degraded;

import io.igregulator.webhooks.outbox.OutboxWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writers of episodes as the worker has them. */
public final class EpisodeFixtures {
    private EpisodeFixtures() {}

    public static WriteEpisodes writer(JdbcClient jdbc) {
        return new WriteEpisodes(
                jdbc,
                new OutboxWriter(jdbc),
                new DegradedProperties(Duration.ofHours(1), 10, 20, 10),
                new Random(1),
                InstantSource.system());
    }
}
