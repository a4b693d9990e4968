package io.igregulator.webhooks.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.chaos.watch.WaitingOverTime;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParkedTest {
    private static final EndpointId HEALTHY = new EndpointId(new UUID(0, 1));
    private static final EndpointId HANGING = new EndpointId(new UUID(0, 2));
    private static final EndpointId DEAD = new EndpointId(new UUID(0, 3));

    private final WaitingOverTime waiting = new WaitingOverTime();

    @Test
    void eachSideHasItsOwnPeak() {
        waiting.add(Map.of(HEALTHY, 7L, HANGING, 10L, DEAD, 10L));
        waiting.add(Map.of(HANGING, 15L, DEAD, 30L));
        waiting.add(Map.of(HEALTHY, 2L, DEAD, 40L));

        assertThat(parked()).isEqualTo(new Parked(7, 45));
    }

    @Test
    void nothingWaitsWhereNothingWasSeen() {
        assertThat(parked()).isEqualTo(new Parked(0, 0));
        waiting.add(Map.of());
        assertThat(parked()).isEqualTo(new Parked(0, 0));
    }

    private Parked parked() {
        return Parked.of(waiting, Set.of(HEALTHY));
    }
}
