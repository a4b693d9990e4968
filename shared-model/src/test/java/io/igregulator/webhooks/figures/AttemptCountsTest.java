package io.igregulator.webhooks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EndpointId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptCountsTest {
    private final EndpointId one = new EndpointId(new UUID(-1, 0x10));
    private final EndpointId other = new EndpointId(new UUID(1, 0xFF));

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 0", "11, 1", "25, 1", "100, 3", "30000, 10", "30001, 11", "2147483647, 11"})
    void aBucketHoldsWhatTookNoLongerThanItsBound(int millis, int bucket) {
        assertThat(AttemptClass.answered(true, millis).bucket()).isEqualTo(bucket);
        assertThat(AttemptClass.answered(false, millis).bucket()).isEqualTo(bucket);
    }

    @Test
    void everyClassComesBackFromWhatIsStored() {
        AttemptCounts counts = new AttemptCounts();
        Map<AttemptClass, Integer> expected = new HashMap<>();
        for (int millis : new int[] {1, 11, 26, 51, 101, 251, 501, 1_001, 2_501, 5_001, 10_001, 30_001}) {
            for (boolean accepted : new boolean[] {true, false}) {
                AttemptClass attempts = AttemptClass.answered(accepted, millis);
                counts.add(one, attempts);
                expected.put(attempts, 1);
            }
        }
        counts.add(one, AttemptClass.unanswered());
        counts.add(one, AttemptClass.unanswered());
        expected.put(AttemptClass.unanswered(), 2);

        assertThat(read(one, counts.stored())).isEqualTo(expected).hasSize(25);
        assertThat(counts.stored()).hasSize(AttemptCounts.MOST_BYTES);
    }

    @Test
    void storedCountsAddUpAndAreSplitByPart() {
        AttemptCounts batch = new AttemptCounts();
        batch.add(one, AttemptClass.unanswered());
        batch.add(other, AttemptClass.answered(true, 1));
        AttemptCounts sum = new AttemptCounts();
        sum.add(batch.stored());
        sum.add(batch.stored());

        Map<Integer, AttemptCounts> parts = sum.byPart();

        assertThat(parts).containsOnlyKeys(AttemptCounts.part(one), AttemptCounts.part(other));
        assertThat(AttemptCounts.part(other)).isEqualTo(255);
        assertThat(read(one, parts.getOrDefault(16, batch).stored())).isEqualTo(Map.of(AttemptClass.unanswered(), 2));
    }

    private static Map<AttemptClass, Integer> read(EndpointId endpoint, byte[] stored) {
        Map<AttemptClass, Integer> found = new HashMap<>();
        AttemptCounts.read(endpoint, stored, (attempts, count) -> found.merge(attempts, count, Integer::sum));
        return found;
    }
}
