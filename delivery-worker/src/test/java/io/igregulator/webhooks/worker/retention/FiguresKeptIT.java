package io.igregulator.webhooks.worker.retention;

import static io.igregulator.webhooks.worker.retention.RetentionFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.figures.AttemptClass;
import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures by minute become figures by hour after a day, and end with the history. */
class FiguresKeptIT {
    private static final Instant HOUR = START.minus(Duration.ofDays(1)).minus(Duration.ofHours(1));

    private final RetentionFixture fixture = new RetentionFixture(3);
    private final EndpointId one = new EndpointId(new UUID(1, 0x10));
    private final EndpointId neighbour = new EndpointId(new UUID(2, 0x10));
    private final EndpointId elsewhere = new EndpointId(new UUID(3, 0xFF));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void minutesOlderThanADayAreSummedToTheirHourAndNoneIsLost() {
        for (int i = 0; i < 10; i++) {
            minute(one, HOUR.plus(Duration.ofMinutes(i)));
            minute(neighbour, HOUR.plus(Duration.ofMinutes(i)));
        }
        minute(elsewhere, HOUR.plus(Duration.ofMinutes(59)));
        minute(one, HOUR.minus(Duration.ofMinutes(1)));
        minute(one, HOUR.plus(Duration.ofMinutes(60)));

        complete();

        assertThat(sum(one, HOUR)).isEqualTo(10);
        assertThat(sum(neighbour, HOUR)).isEqualTo(10);
        assertThat(sum(elsewhere, HOUR)).isEqualTo(1);
        assertThat(sum(one, HOUR.minus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(fixture.count("figures_minute")).isEqualTo(1);

        complete();

        assertThat(sum(one, HOUR)).isEqualTo(10);
        assertThat(fixture.count("figures_minute")).isEqualTo(1);
    }

    @Test
    void hoursEndWithTheHistory() {
        minute(one, HOUR);
        minute(elsewhere, HOUR.plus(Duration.ofHours(1)));
        fixture.now = START.plus(Duration.ofDays(1));
        complete();
        assertThat(fixture.count("figures_hour")).isEqualTo(2);

        fixture.now = HOUR.plus(Duration.ofDays(30));
        complete();
        assertThat(fixture.count("figures_hour")).isEqualTo(2);

        fixture.now = HOUR.plus(Duration.ofDays(30)).plusSeconds(1);
        complete();
        assertThat(fixture.count("figures_hour")).isEqualTo(1);
        assertThat(sum(elsewhere, HOUR.plus(Duration.ofHours(1)))).isEqualTo(1);
    }

    private void complete() {
        while (fixture.retention.tick() != Progress.DONE) {
            assertThat(fixture.count("figures_hour")).isPositive();
        }
    }

    private void minute(EndpointId endpoint, Instant minute) {
        AttemptCounts counts = new AttemptCounts();
        counts.add(endpoint, AttemptClass.unanswered());
        fixture.jdbc()
                .sql("INSERT INTO figures_minute (part, minute, counts) VALUES (?, ?, ?)")
                .params(AttemptCounts.part(endpoint), SqlTime.of(minute), counts.stored())
                .update();
    }

    private int sum(EndpointId endpoint, Instant hour) {
        int[] sum = {0};
        fixture.jdbc()
                .sql("""
                        SELECT substring(counts FROM position(:id IN counts)) FROM figures_hour
                        WHERE part = :part AND hour = :hour AND position(:id IN counts) > 0
                        """)
                .param("id", AttemptCounts.bytes(endpoint))
                .param("part", AttemptCounts.part(endpoint))
                .param("hour", SqlTime.of(hour))
                .query((row, number) -> row.getBytes(1))
                .list()
                .forEach(stored -> AttemptCounts.read(endpoint, stored, (attempts, count) -> sum[0] += count));
        return sum[0];
    }
}
