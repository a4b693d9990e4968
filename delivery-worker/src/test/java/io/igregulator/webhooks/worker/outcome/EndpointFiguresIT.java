package io.igregulator.webhooks.worker.outcome;

import static io.igregulator.webhooks.worker.outcome.OutcomeFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Figures of endpoints are written once a second, and at once when something failed. */
class EndpointFiguresIT {
    private final OutcomeFixture fixture = new OutcomeFixture();
    private final OutcomeWriter writer = fixture.writer();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void successesWaitForASecondAndThenTheLastOfThemCounts() {
        write(fixture.success(fixture.fresh(), 5, null));
        fixture.now = START.plusMillis(700);
        write(fixture.success(fixture.fresh(), 5, null));
        writer.writeDueFigures();
        assertThat(fixture.figures()).isEmpty();

        fixture.now = START.plusSeconds(1);
        writer.writeDueFigures();

        assertThat(fixture.figures())
                .containsEntry("last_delivered_at", Timestamp.from(START.plusMillis(705)))
                .containsEntry("last_delivery_status", "success")
                .containsEntry("failure_count", 0);
    }

    @Test
    void theNextBatchTakesAlongWhatHasWaited() {
        write(fixture.success(fixture.fresh(), 5, null));
        fixture.now = START.plusSeconds(1);

        write(fixture.success(fixture.fresh(), 5, null));

        assertThat(fixture.figures()).containsEntry("last_delivered_at", Timestamp.from(START.plusMillis(1_005)));
        fixture.jdbc.sql("DELETE FROM endpoint_activity").update();
        writer.writeAllFigures();
        assertThat(fixture.figures()).as("nothing is left").isEmpty();
    }

    @Test
    void aFailureIsWrittenAtOnceWithTheSuccessBeforeIt() {
        fixture.jdbc
                .sql("INSERT INTO endpoint_activity VALUES (?, NULL, 'failed', 7)")
                .param(fixture.endpoint.value())
                .update();
        write(fixture.success(fixture.fresh(), 5, null));

        write(fixture.exhausted(fixture.fresh()));

        assertThat(fixture.figures())
                .containsEntry("last_delivered_at", Timestamp.from(START.plusMillis(5)))
                .containsEntry("last_delivery_status", "failed")
                .containsEntry("failure_count", 1);
    }

    @Test
    void theFirstAndTheLastFailureSinceASuccessAreKept() {
        write(fixture.failure(fixture.fresh()));
        fixture.now = START.plusSeconds(10);
        write(fixture.exhausted(fixture.fresh()));
        assertThat(fixture.figures())
                .containsEntry("failing_since", Timestamp.from(START.plusMillis(9)))
                .containsEntry("last_failed_at", Timestamp.from(START.plusMillis(10_009)));

        write(fixture.success(fixture.fresh(), 5, null));
        writer.writeAllFigures();
        assertThat(fixture.figures()).containsEntry("failing_since", null).containsEntry("last_failed_at", null);

        fixture.now = START.plusSeconds(20);
        write(fixture.success(fixture.fresh(), 5, null));
        write(fixture.failure(fixture.fresh()));
        assertThat(fixture.figures())
                .containsEntry("failing_since", Timestamp.from(START.plusMillis(20_009)))
                .containsEntry("last_failed_at", Timestamp.from(START.plusMillis(20_009)));
    }

    @Test
    void aSuccessThatWaitsIsNotOlderThanAFailureBeforeIt() {
        write(fixture.exhausted(fixture.fresh()));
        write(fixture.success(fixture.fresh(), 5, null));
        assertThat(fixture.figures()).containsEntry("failure_count", 1);

        writer.writeAllFigures();

        assertThat(fixture.figures())
                .containsEntry("last_delivery_status", "success")
                .containsEntry("failure_count", 0);
    }

    @Test
    void aBatchThatHasToComeAgainCountsOnce() {
        List<Outcome> batch = List.of(fixture.exhausted(fixture.fresh()), fixture.success(fixture.fresh(), 5, "\0"));
        assertThatThrownBy(() -> writer.write(batch, List.of())).isInstanceOf(DataAccessException.class);
        assertThat(fixture.count("delivery")).isZero();

        write(fixture.exhausted(fixture.fresh()));

        assertThat(fixture.figures()).containsEntry("failure_count", 1).containsEntry("last_delivered_at", null);
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        write(fixture.success(fixture.fresh(), 5, null));
        fixture.now = START.minus(Duration.ofHours(1));

        writer.writeDueFigures();

        assertThat(fixture.figures()).containsEntry("last_delivery_status", "success");
    }

    private void write(Outcome... batch) {
        writer.write(List.of(batch), List.of());
    }
}
