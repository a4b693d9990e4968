package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.event.EnvelopeReader;
import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.id.EventId;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoreEventsIT {
    @Test
    void everyConnectionIsGivenBack() {
        var database = Infrastructure.shared().freshDatabase();
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.jdbcUrl());
            pool.setUsername(database.user());
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(5000);
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .load()
                    .migrate();
            JdbcClient jdbc = JdbcClient.create(pool);
            var store = new StoreEvents(jdbc, new EnvelopeReader());
            var registry = new UpdateRegistry(jdbc);
            List<PublishedEvent> events = List.of(event());

            assertThat(store.store(events)).isEqualTo(events);
            registry.update(events);
            assertThat(store.store(events)).singleElement().matches(PublishedEvent::storedBefore);
        }
    }

    private static PublishedEvent event() {
        EventId id = Events.id();
        var envelope = new EventEnvelope(id, EventType.LICENSE_ISSUED, Instant.now(), true, "acme", null);
        return PublishedEvent.of(
                envelope,
                Events.of(id, EventType.LICENSE_ISSUED, "acme"),
                Instant.now().toEpochMilli());
    }
}
