package io.igregulator.webhooks.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxMeasurementIT {
    private final RelayFixture fixture = new RelayFixture();
    private final OutboxMeasurement measurement = new OutboxMeasurement(fixture.jdbc, fixture.meters);

    @AfterEach
    void stopRelays() {
        fixture.close();
    }

    @Test
    void reportsHowManyRowsWaitAndHowLongTheOldestHas() {
        fixture.inTransaction(() -> {
            fixture.write("key", "old");
            fixture.write("key", "new");
        });
        fixture.jdbc
                .sql("UPDATE outbox SET created_at = now() - interval '90 seconds' WHERE value = 'old'")
                .update();

        measurement.measure();

        assertThat(gauge("webhook.outbox.depth")).isEqualTo(2);
        assertThat(gauge("webhook.outbox.oldest.age")).isBetween(90.0, 120.0);
    }

    @Test
    void anEmptyOutboxHasNoAge() {
        measurement.measure();

        assertThat(gauge("webhook.outbox.depth")).isZero();
        assertThat(gauge("webhook.outbox.oldest.age")).isZero();
    }

    @Test
    void claimsNothingBeforeItMeasuredNorWhenItCannot() {
        assertThat(gauge("webhook.outbox.depth")).isNaN();
        measurement.measure();
        fixture.jdbc.sql("ALTER TABLE outbox RENAME TO away").update();

        measurement.measure();

        assertThat(gauge("webhook.outbox.depth")).isNaN();
    }

    private double gauge(String name) {
        return fixture.registry.get(name).gauge().value();
    }
}
