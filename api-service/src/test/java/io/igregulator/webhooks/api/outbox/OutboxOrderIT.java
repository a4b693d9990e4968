package io.igregulator.webhooks.api.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.embedded.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxOrderIT {
    private static final int WRITERS = 8;
    private static final int CHANGES_PER_WRITER_AND_ENDPOINT = 12;
    private static final UUID ACCOUNT = UUID.randomUUID();

    private final RelayFixture fixture = new RelayFixture();
    private final List<UUID> endpoints =
            Stream.generate(UUID::randomUUID).limit(6).toList();

    @BeforeEach
    void addEndpoints() {
        fixture.jdbc
                .sql("INSERT INTO account (id, name, plan) VALUES (?, 'owner', 'enterprise')")
                .param(ACCOUNT)
                .update();
        for (UUID endpoint : endpoints) {
            fixture.jdbc.sql("""
                            INSERT INTO endpoint (id, account_id, url, events)
                            VALUES (?, ?, 'https://example.com/hook', ARRAY['license.issued'])
                            """).param(endpoint).param(ACCOUNT).update();
        }
    }

    @AfterEach
    void stopRelays() {
        fixture.close();
    }

    @Test
    void eachEndpointsChangesArriveInTheOrderOfTheirVersionsFromAnyWriter() {
        fixture.relay(RelayFixture.polledEvery(Duration.ofMillis(50))).start();

        writeConcurrently();

        await().untilAsserted(() -> assertThat(fixture.waiting()).isZero());
        long changes = (long) WRITERS * CHANGES_PER_WRITER_AND_ENDPOINT;
        List<Long> versions = LongStream.rangeClosed(2, 1 + changes).boxed().toList();
        assertThat(publishedVersions())
                .hasSize(endpoints.size())
                .allSatisfy((endpoint, published) -> assertThat(published).containsExactlyElementsOf(versions));
    }

    private void writeConcurrently() {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            IntStream.range(0, WRITERS).forEach(writer -> writers.execute(this::changeEveryEndpoint));
        }
    }

    private void changeEveryEndpoint() {
        for (int i = 0; i < CHANGES_PER_WRITER_AND_ENDPOINT; i++) {
            for (UUID endpoint : endpoints) {
                fixture.inTransaction(() -> change(endpoint));
            }
        }
    }

    private void change(UUID endpoint) {
        Long version = fixture.jdbc
                .sql("UPDATE endpoint SET version = version + 1 WHERE id = ? RETURNING version")
                .param(endpoint)
                .query(Long.class)
                .single();
        fixture.write(endpoint.toString(), version.toString());
        fixture.outbox.notifyRelay();
    }

    private Map<String, List<Long>> publishedVersions() {
        return fixture.published(Infrastructure.shared().bootstrapServers()).stream()
                .collect(groupingBy(ConsumerRecord::key, mapping(record -> Long.valueOf(record.value()), toList())));
    }
}
