package io.igregulator.webhooks.chaos.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrainTest {
    private static final Sample QUIET = sample(300, 400, 0, 0);

    @Test
    void passesWhileAnotherAccountFaresAboutAsBefore() {
        assertThat(passes(sample(590, 790, 0, 0), true, true)).isTrue();
    }

    @Test
    void whatIsTooShortToNoticeCountsAsBefore() {
        var quiet = sample(5, 40, 0, 0);
        var beside = new StrainCase("an attack", sample(249, 499, 0, 0), true, true, "");

        assertThat(new Strain(quiet, List.of(beside)).passed()).isTrue();
    }

    @Test
    void failsForEachThingThatTheOthersNotice() {
        assertThat(passes(sample(610, 400, 0, 0), true, true)).isFalse();
        assertThat(passes(sample(100, 810, 0, 0), true, true)).isFalse();
        assertThat(passes(sample(100, 400, 1, 0), true, true)).isFalse();
        assertThat(passes(sample(100, 400, 0, 1), true, true)).isFalse();
    }

    @Test
    void failsForAProcessThatEndedAndForA500() {
        assertThat(passes(QUIET, false, true)).isFalse();
        assertThat(passes(QUIET, true, false)).isFalse();
    }

    private static boolean passes(Sample beside, boolean survived, boolean refused) {
        return new Strain(QUIET, List.of(new StrainCase("an attack", beside, survived, refused, ""))).passed();
    }

    private static Sample sample(int callMillis, int deliveryMillis, int failed, int lost) {
        return new Sample(
                List.of(Duration.ofMillis(callMillis)), failed, List.of(Duration.ofMillis(deliveryMillis)), lost);
    }
}
