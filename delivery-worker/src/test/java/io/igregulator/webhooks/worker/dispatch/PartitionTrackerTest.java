package io.igregulator.webhooks.worker.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PartitionTrackerTest {
    @Test
    void commitsThePositionWhenNothingIsOpen() {
        PartitionTracker tracker = new PartitionTracker(7, 7);
        assertThat(tracker.committable()).isEqualTo(7);
        assertThat(tracker.hasProgress()).isFalse();
        assertThat(tracker.span()).isZero();
    }

    @Test
    void commitsTheLowestOpenOffsetHoweverFarTheRestIs() {
        PartitionTracker tracker = new PartitionTracker(0, 0);
        for (long offset = 0; offset < 100; offset++) {
            tracker.opened(offset, 1);
        }
        for (long offset = 1; offset < 100; offset++) {
            tracker.done(offset);
        }
        assertThat(tracker.committable()).isZero();
        assertThat(tracker.span()).isEqualTo(100);
        tracker.done(0);
        assertThat(tracker.committable()).isEqualTo(100);
        assertThat(tracker.span()).isZero();
    }

    @Test
    void anUncommittedPartitionHasProgressAtOnceSoThatLagToolsShowIt() {
        PartitionTracker tracker = new PartitionTracker(0, -1);
        assertThat(tracker.hasProgress()).isTrue();
        tracker.committed(0);
        assertThat(tracker.hasProgress()).isFalse();
    }

    @Test
    void stepsOverOffsetsThatHoldNoRecord() {
        PartitionTracker tracker = new PartitionTracker(0, 0);
        tracker.opened(0, 1);
        tracker.advancedTo(3);
        assertThat(tracker.committable()).isZero();
        tracker.done(0);
        assertThat(tracker.committable()).isEqualTo(3);
    }

    @Test
    void anOffsetIsDoneWhenAllOfItsDeliveriesAre() {
        PartitionTracker tracker = new PartitionTracker(0, 0);
        tracker.opened(0, 3);
        tracker.opened(1, 1);
        tracker.done(1);
        tracker.done(0);
        tracker.done(0);
        assertThat(tracker.committable()).isZero();
        assertThat(tracker.openCount()).isEqualTo(1);
        tracker.done(0);
        assertThat(tracker.committable()).isEqualTo(2);
        tracker.done(0);
        tracker.advancedTo(2);
        assertThat(tracker.behind(2)).isZero();
    }

    @Test
    void aRecordThatCannotBeReadCountsAsOne() {
        PartitionTracker tracker = new PartitionTracker(0, 0);
        tracker.opened(0, 50);
        tracker.openedAsOne(0);
        tracker.advancedTo(1);
        assertThat(tracker.behind(1)).isEqualTo(1);
        tracker.done(0);
        assertThat(tracker.committable()).isEqualTo(1);
    }

    @Test
    void deliveriesBehindAreCountedWhereReadAndEstimatedBeyond() {
        PartitionTracker tracker = new PartitionTracker(0, 0);
        assertThat(tracker.behind(7)).isEqualTo(7);
        for (long offset = 0; offset < 1_000; offset++) {
            tracker.opened(offset, 80);
        }
        tracker.advancedTo(1_000);
        assertThat(tracker.behind(1_000)).isEqualTo(80_000);
        assertThat(tracker.behind(1_010)).isEqualTo(80_800);
        tracker.done(3);
        tracker.advancedTo(1_000);
        assertThat(tracker.behind(1_000)).isEqualTo(79_999);
    }

    /** Offsets with gaps open in order and complete in any order; the model is a plain set. */
    @RepeatedTest(50)
    void neverCommitsPastAnOpenOffsetUnderRandomCompletionOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        PartitionTracker tracker = new PartitionTracker(0, 0);
        Set<Long> model = new HashSet<>();
        List<Long> pending = new ArrayList<>();
        long next = 0;
        long lastCommittable = 0;
        for (int step = 0; step < 2_000; step++) {
            if (pending.isEmpty() || random.nextInt(100) < 52) {
                next += random.nextInt(3);
                tracker.opened(next, 1);
                model.add(next);
                pending.add(next);
                next++;
            } else {
                Collections.swap(pending, random.nextInt(pending.size()), pending.size() - 1);
                long done = pending.removeLast();
                tracker.done(done);
                model.remove(done);
            }
            long expected = model.isEmpty() ? next : Collections.min(model);
            assertThat(tracker.committable()).isEqualTo(expected);
            assertThat(tracker.openCount()).isEqualTo(model.size());
            if (!model.isEmpty()) {
                assertThat(tracker.committable()).isGreaterThanOrEqualTo(lastCommittable);
                lastCommittable = tracker.committable();
            }
        }
    }
}
