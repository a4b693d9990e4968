package io.igregulator.webhooks.worker.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.lag.PartitionLag;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SettledEventsTest {
    private static final TopicPartition DELIVERIES = new TopicPartition(Topics.DELIVERIES, 0);

    private long oldestOpen = 100;
    private final SettledEvents settled = new SettledEvents(() -> oldestOpen);

    @Test
    void withoutLagOneWholeMeasurementAfterTheQuestionIsEnough() {
        assertThat(settled.below(100)).isFalse();

        // It may have begun before the question.
        measure(5, 5, 7, 7);
        assertThat(settled.below(100)).isFalse();
        measure(5, 5, 7, 7);

        assertThat(settled.below(100)).isTrue();
        assertThat(settled.below(101)).isFalse();
    }

    @Test
    void withoutAQuestionNothingIsFoundOut() {
        measure(5, 5, 7, 7);
        measure(5, 5, 7, 7);

        assertThat(settled.below(100)).isFalse();
    }

    @Test
    void whatFanOutHasNotCommittedIsWaitedForAndThenWhatItWrote() {
        settled.below(100);
        measure(0, 0, 0, 0);
        measure(3, 5, 7, 7);
        measure(4, 8, 7, 7);
        assertThat(settled.below(100)).isFalse();

        // Its records are among the ends of this measurement, which dispatch has not reached.
        measure(5, 9, 8, 12);
        measure(6, 9, 11, 15);
        assertThat(settled.below(100)).isFalse();
        measure(6, 9, 12, 20);

        assertThat(settled.below(100)).isTrue();
    }

    @Test
    void aTopicThatWasMadeAgainIsMeasuredFromTheBeginning() {
        settled.below(100);
        measure(0, 0, 0, 0);
        measure(3, 5, 7, 7);
        measure(0, 2, 7, 7);
        oldestOpen = 130;

        assertThat(settled.below(120)).isFalse();
        measure(2, 2, 7, 7);
        measure(2, 2, 7, 7);

        assertThat(settled.below(130)).isTrue();
    }

    @Test
    void aMeasurementWithoutATopicDecidesNothing() {
        settled.below(100);
        measure(0, 0, 0, 0);

        settled.measured(lags(Topics.DOMAIN.subList(1, Topics.DOMAIN.size()), 0, 0, 0, 0));
        assertThat(settled.below(100)).isFalse();
        measure(0, 0, 0, 0);

        assertThat(settled.below(100)).isTrue();
    }

    @Test
    void whatIsSettledStaysSoWithoutKafka() {
        settled.below(100);
        measure(0, 0, 0, 0);
        measure(0, 0, 0, 0);

        settled.unknown();

        assertThat(settled.below(100)).isTrue();
    }

    private void measure(long fannedOut, long published, long dispatched, long delivered) {
        settled.measured(lags(Topics.DOMAIN, fannedOut, published, dispatched, delivered));
    }

    private static List<PartitionLag> lags(
            List<String> domain, long fannedOut, long published, long dispatched, long delivered) {
        List<PartitionLag> lags = new ArrayList<>();
        domain.forEach(topic ->
                lags.add(new PartitionLag(ConsumerGroups.FANOUT, new TopicPartition(topic, 0), fannedOut, published)));
        lags.add(new PartitionLag(ConsumerGroups.DISPATCH, DELIVERIES, dispatched, delivered));
        return lags;
    }
}
