package io.igregulator.webhooks.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {
    private static final Duration WINDOW = Duration.ofMinutes(4);

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(schedule(1, 12)).isEqualTo(schedule(1, 12)).isNotEqualTo(schedule(2, 12));
    }

    @Test
    void inflictsEveryKindOnceBeforeAnyAgain() {
        int kinds = ProcessFault.Kind.values().length;

        assertThat(schedule(3, kinds).stream()
                        .map(FaultSchedule.Scheduled::fault)
                        .filter(ProcessFault.class::isInstance)
                        .map(fault -> ((ProcessFault) fault).kind()))
                .containsExactlyInAnyOrder(ProcessFault.Kind.values());
    }

    @Test
    void staysInsideTheWindowInOrder() {
        assertThat(schedule(4, 30))
                .extracting(FaultSchedule.Scheduled::at)
                .isSorted()
                .allSatisfy(at -> assertThat(at).isBetween(Duration.ZERO, WINDOW));
    }

    @Test
    void changesNoEndpointThatItHasDeletedOrRetired() {
        var ended = new HashSet<Integer>();
        for (FaultSchedule.Scheduled scheduled : schedule(5, 100)) {
            if (scheduled.fault() instanceof EndpointFault fault) {
                assertThat(ended).doesNotContain(fault.endpoint());
                if (fault.kind().endsDeliveries()) {
                    ended.add(fault.endpoint());
                }
            }
        }
        assertThat(ended).isNotEmpty();
    }

    private static List<FaultSchedule.Scheduled> schedule(long seed, int faults) {
        return FaultSchedule.of(new Random(seed), faults, 40, WINDOW);
    }
}
