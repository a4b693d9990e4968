package io.igregulator.webhooks.chaos.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrainTest {
    private static final Sample QUIET = sample(300, 400, 0, 0);
    private static final StrainPlay IN_TIME = play(sample(590, 790, 0, 0), true, true);
    private static final StrainPlay SLOW = play(sample(610, 400, 0, 0), true, true);

    @Test
    void passesWhileAnotherAccountFaresAboutAsBefore() {
        assertThat(passes(sample(590, 790, 0, 0), true, true)).isTrue();
    }

    @Test
    void whatIsTooShortToNoticeCountsAsBefore() {
        var quiet = sample(5, 40, 0, 0);

        assertThat(passes(quiet, List.of(play(sample(249, 499, 0, 0), true, true))))
                .isTrue();
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

    @Test
    void anAttackThatWasTooSlowIsPlayedTwiceMore() {
        assertThat(passes(QUIET, List.of(SLOW, IN_TIME, IN_TIME))).isTrue();
        assertThat(passes(QUIET, List.of(SLOW, IN_TIME, SLOW))).isFalse();
        assertThat(passes(QUIET, List.of(SLOW, SLOW, IN_TIME))).isFalse();
    }

    @Test
    void anAttackInTimeIsPlayedOnce() {
        assertThat(plays(IN_TIME, SLOW, SLOW)).hasSize(1);
    }

    @Test
    void whatNoNoiseExplainsDecidesAtOnce() {
        assertThat(plays(play(sample(610, 400, 1, 0), true, true), IN_TIME, IN_TIME))
                .hasSize(1);
        assertThat(passes(QUIET, List.of(SLOW, IN_TIME, play(sample(300, 400, 0, 1), true, true))))
                .isFalse();
    }

    private static boolean passes(Sample beside, boolean survived, boolean refused) {
        var same = play(beside, survived, refused);
        return passes(QUIET, List.of(same, same, same));
    }

    private static boolean passes(Sample quiet, List<StrainPlay> next) {
        return new Strain(quiet, List.of(StrainCase.of(quiet, next.iterator()::next))).passed();
    }

    private static List<StrainPlay> plays(StrainPlay... next) {
        return StrainCase.of(QUIET, List.of(next).iterator()::next).plays();
    }

    private static StrainPlay play(Sample beside, boolean survived, boolean refused) {
        return new StrainPlay("an attack", beside, survived, refused, "");
    }

    private static Sample sample(int callMillis, int deliveryMillis, int failed, int lost) {
        return new Sample(
                List.of(Duration.ofMillis(callMillis)), failed, List.of(Duration.ofMillis(deliveryMillis)), lost);
    }
}
