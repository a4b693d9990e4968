package io.igregulator.webhooks.benchmark.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.benchmark.measure.Window;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClaimTimesTest {
    @Test
    void aClaimLastsFromItsLockToItsCommit() {
        String log = """
                2026-11-21 10:00:00.000 UTC [11] LOG:  duration: 1.500 ms  execute <unnamed>: SELECT endpoint_id
                FROM endpoint_queue
                WHERE shard = ANY ($1) AND next_due_at <= $2
                FOR UPDATE SKIP LOCKED
                2026-11-21 10:00:00.001 UTC [12] LOG:  duration: 99.000 ms  execute S_1: INSERT INTO attempt
                2026-11-21 10:00:00.002 UTC [11] LOG:  duration: 2.000 ms  execute S_2: UPDATE endpoint_queue
                2026-11-21 10:00:00.003 UTC [11] LOG:  duration: 0.250 ms  execute S_3: COMMIT
                2026-11-21 10:00:00.004 UTC [11] LOG:  duration: 50.000 ms  execute S_4: SELECT 1
                2026-11-21 10:00:00.005 UTC [11] LOG:  duration: 0.500 ms  execute S_3: COMMIT
                """;

        assertThat(ClaimTimes.of(log, between("2026-11-21T10:00:00Z", "2026-11-21T10:01:00Z")))
                .containsExactly(3.75);
        assertThat(ClaimTimes.of(log, between("2026-11-21T10:00:01Z", "2026-11-21T10:01:00Z")))
                .isEmpty();
    }

    private static Window between(String from, String to) {
        return new Window(nanos(from), nanos(to));
    }

    private static long nanos(String instant) {
        return TimeUnit.MILLISECONDS.toNanos(Instant.parse(instant).toEpochMilli());
    }
}
