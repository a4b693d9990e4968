package io.igregulator.webhooks.lag;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.database.DedicatedSessions;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.loop.Phases;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the API measures beside the workers: all that {@link LagConfiguration} starts, and nothing else. */
final class AnotherProcess implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final InstantSource CLOCK = InstantSource.system();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HikariDataSource source = new HikariDataSource();
    private final SupervisedLoop consumerLag;
    private final SupervisedLoop undelivered;

    AnotherProcess(Map<String, Object> connection, Infrastructure.Database database) {
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.user());
        source.setPassword(database.password());
        ConsumerLag lag = new ConsumerLag(
                new LagClients(connection, connection),
                List.of(new LagMeters(registry, CLOCK)),
                new OpenMeters(registry, CLOCK),
                INTERVAL);
        MeasureUndelivered measure = new MeasureUndelivered(
                JdbcClient.create(source),
                new DedicatedSessions(source),
                new UndeliveredMeters(registry, CLOCK),
                new WaitingTotal(registry),
                INTERVAL,
                CLOCK);
        consumerLag = SupervisedLoop.interruptible("consumer-lag", lag, Phases.APART, CLOCK);
        undelivered = SupervisedLoop.interruptible("undelivered", measure, Phases.APART, CLOCK);
        consumerLag.start();
        undelivered.start();
    }

    Shown shown() {
        return Shown.of(registry.scrape());
    }

    @Override
    public void close() {
        consumerLag.stop();
        undelivered.stop();
        source.close();
    }
}
