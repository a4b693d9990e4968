package io.igregulator.webhooks.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.embedded.Infrastructure;
import io.igregulator.webhooks.kafka.RenewableProducer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ClientMetersIT {
    private static final String SENT = "kafka_producer_record_send_total";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    ClientMetersIT() {
        registry.config().meterFilter(new ClientMeterFilter());
    }

    @Test
    void theNextProducerIsShownInPlaceOfTheLastAndNoneWhenAllAreClosed() {
        try (RenewableProducer producers = producers()) {
            assertThat(series(SENT)).isEmpty();
            producers.get();
            assertThat(series(SENT)).hasSize(1);

            producers.discard();
            assertThat(series("kafka_")).isEmpty();
            producers.get();
            assertThat(series(SENT)).hasSize(1).allMatch(line -> line.contains("client_id=\"shown\""));
        }
        assertThat(series("kafka_")).isEmpty();
    }

    @Test
    void onlyWhatIsListedIsShown() {
        try (RenewableProducer producers = producers()) {
            producers.get();
            assertThat(series("kafka_")).hasSize(7);
        }
    }

    private RenewableProducer producers() {
        ClientMeters meters = new ClientMeters(registry);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Infrastructure.shared().bootstrapServers(),
                "client.id",
                "shown",
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class);
        return RenewableProducer.of(settings, meters::of);
    }

    private List<String> series(String prefix) {
        return registry.scrape().lines().filter(line -> line.startsWith(prefix)).toList();
    }
}
