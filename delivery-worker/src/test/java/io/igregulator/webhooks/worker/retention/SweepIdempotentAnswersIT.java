package io.igregulator.webhooks.worker.retention;

import static io.igregulator.webhooks.worker.retention.RetentionFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepIdempotentAnswersIT {
    private final RetentionFixture fixture = new RetentionFixture(3);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void answersToRepeatsAreRemovedOnceTheyHaveExpired() {
        for (int i = 0; i < 10; i++) {
            answer("old-" + i, Duration.ofHours(1));
        }
        answer("new", Duration.ofHours(2));

        fixture.now = START.plus(Duration.ofMinutes(59));
        fixture.retention.tick();
        assertThat(fixture.count("idempotent_answer")).isEqualTo(11);

        fixture.now = START.plus(Duration.ofHours(1));
        fixture.retention.tick();
        assertThat(fixture.count("idempotent_answer")).isEqualTo(1);
        assertThat(fixture.count("idempotent_answer WHERE key = 'new'")).isEqualTo(1);
    }

    private void answer(String key, Duration expiresAfter) {
        fixture.jdbc()
                .sql("""
                        INSERT INTO idempotent_answer (key, sha256, key_id, sealed, created_at, expires_at)
                        VALUES (?, '', 'k1', '', ?, ?)
                        """)
                .params(
                        key,
                        START.atOffset(ZoneOffset.UTC),
                        START.plus(expiresAfter).atOffset(ZoneOffset.UTC))
                .update();
    }
}
