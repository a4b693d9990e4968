package io.igregulator.webhooks.worker.retention;

import static io.igregulator.webhooks.worker.retention.RetentionFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepRecipientChangesIT {
    private final RetentionFixture fixture = new RetentionFixture(3);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void marksGoAfterADayInBatches() {
        fixture.jdbc().sql("TRUNCATE recipient_change").update();
        for (int i = 1; i <= 7; i++) {
            mark(i, Duration.ofHours(25));
        }
        mark(8, Duration.ofHours(23));

        while (fixture.retention.tick() != Progress.DONE) {
            assertThat(fixture.count("recipient_change")).isPositive();
        }

        assertThat(fixture.count("recipient_change")).isEqualTo(1);
    }

    private void mark(long transaction, Duration age) {
        fixture.jdbc()
                .sql("INSERT INTO recipient_change VALUES (?::text::xid8, ?)")
                .params(Long.toString(transaction), START.minus(age).atOffset(ZoneOffset.UTC))
                .update();
    }
}
