package io.igregulator.webhooks.chaos.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.chaos.change.Change.What;
import io.igregulator.webhooks.chaos.fault.ProcessFault;
import io.igregulator.webhooks.event.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final RunFixture run = new RunFixture();

    @Test
    void passesWhenEverythingArrivedOnceAndIsRecorded() {
        var event = run.publish(1);

        var verdict = run.deliver(event, 1.1).record(event, "success", 204).audit();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.expected()).isEqualTo(1);
        assertThat(verdict.received()).isEqualTo(1);
    }

    @Test
    void findsALostPair() {
        run.publish(1);

        assertFails(run.audit(), FindingKind.LOST);
    }

    @Test
    void whatWasOnlyRefusedIsLost() {
        var event = run.publish(1);

        assertThat(run.refuse(event, 1.1).audit().count(FindingKind.LOST)).isEqualTo(1);
    }

    @Test
    void findsARepeatThatNoFaultExplains() {
        var event = run.publish(1);
        run.fault(ProcessFault.Kind.WORKER_KILLED, 60, 65);

        var verdict = run.deliver(event, 1.1)
                .deliver(event, 70)
                .record(event, "success", 204)
                .audit();

        assertFails(verdict, FindingKind.UNEXPLAINED_REPEAT);
    }

    @Test
    void aRepeatOfWhatAKilledWorkerHadInFlightIsExplained() {
        var event = run.publish(59);
        run.fault(ProcessFault.Kind.WORKER_KILLED, 60, 65);

        var verdict = run.deliver(event, 59.9)
                .deliver(event, 70)
                .record(event, "success", 204)
                .audit();

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.explainedRepeats()).isEqualTo(1);
    }

    @Test
    void aKilledWorkerExplainsNoMoreRepeatsThanItCanHaveHadUnrecorded() {
        run.fault(ProcessFault.Kind.WORKER_KILLED, 60, 65);
        for (int i = 0; i <= RunFixture.MOST_REPEATED; i++) {
            var event = run.publish(59);
            run.deliver(event, 59.9).deliver(event, 70).record(event, "success", 204);
        }

        var verdict = run.audit();

        assertFails(verdict, FindingKind.REPEAT_BEYOND_BOUND);
        assertThat(verdict.explainedRepeats()).isEqualTo(RunFixture.MOST_REPEATED);
        assertThat(verdict.mostOfOneFault()).isEqualTo(RunFixture.MOST_REPEATED);
    }

    @Test
    void aKilledApiExplainsNoRepeat() {
        var event = run.publish(59);
        run.fault(ProcessFault.Kind.API_KILLED, 60, 65);

        var verdict = run.deliver(event, 60.5)
                .deliver(event, 61)
                .record(event, "success", 204)
                .audit();

        assertFails(verdict, FindingKind.UNEXPLAINED_REPEAT);
    }

    @Test
    void anAttemptAfterAFailureIsNotARepeat() {
        var event = run.publish(1);

        var verdict = run.request(event, 0, 1, 1.1, 503, List.of(0))
                .request(event, 0, 2, 3, 204, List.of(0))
                .audit();

        assertThat(verdict.count(FindingKind.UNEXPLAINED_REPEAT)).isZero();
        assertThat(verdict.explainedRepeats()).isZero();
    }

    @Test
    void findsASendToADeletedEndpoint() {
        var event = run.publish(1);
        run.change(What.DELETED, 2, 2.1);

        assertFails(run.deliver(event, 10).audit(), FindingKind.SENT_WHILE_OFF);
    }

    @Test
    void findsASendToAnInactiveEndpoint() {
        var event = run.publish(1);
        run.change(What.DEACTIVATED, 2, 2.1).change(What.ACTIVATED, 20, 20.1);

        var verdict = run.deliver(event, 10).record(event, "success", 204).audit();

        assertFails(verdict, FindingKind.SENT_WHILE_OFF);
    }

    @Test
    void toleratesWhatWasOnTheWireAndReportsHowLateItCame() {
        var event = run.publish(1);
        run.change(What.DEACTIVATED, 2, 2.1);

        var verdict = run.deliver(event, 3.1).record(event, "success", 204).audit();

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.latestSend()).hasSeconds(1);
    }

    @Test
    void whatWasOnItsWayWhenAnEndpointWasPausedMustArriveOnceItIsBack() {
        run.publish(1);
        run.change(What.DEACTIVATED, 5, 5.1).change(What.ACTIVATED, 20, 20.1);

        assertFails(run.audit(), FindingKind.LOST);
    }

    @Test
    void whatWasPublishedDuringAPauseMustNotArrive() {
        var event = run.publish(10);
        run.change(What.DEACTIVATED, 5, 5.1).change(What.ACTIVATED, 20, 20.1);

        var verdict = run.deliver(event, 30).record(event, "success", 204).audit();

        assertFails(verdict, FindingKind.NOT_FOR_THIS_ENDPOINT);
    }

    @Test
    void whatWasPublishedWhileAnEndpointWasBeingPausedMayArriveOrNot() {
        var event = run.publish(4.9);
        run.change(What.DEACTIVATED, 5, 5.1).change(What.ACTIVATED, 20, 20.1);

        assertThat(run.audit().passed()).isTrue();
        assertThat(run.deliver(event, 30).record(event, "success", 204).audit().passed())
                .isTrue();
    }

    @Test
    void findsASendToTheOldUrl() {
        var event = run.publish(1);
        run.change(What.MOVED, 2, 2.1);

        var verdict = run.deliver(event, 10).record(event, "success", 204).audit();

        assertFails(verdict, FindingKind.SENT_TO_OLD_URL);
    }

    @Test
    void findsAnEventThatTheEndpointDidNotAskFor() {
        var event = run.publish(1);

        var verdict = run.subscribedTo(EventType.LICENSE_EXPIRED)
                .deliver(event, 1.1)
                .record(event, "success", 204)
                .audit();

        assertFails(verdict, FindingKind.NOT_FOR_THIS_ENDPOINT);
    }

    @Test
    void theReasonWhyAnEventWasNotSentIsTheRightOne() {
        var before = run.publish(2);
        var during = run.publish(10);
        run.change(What.DEACTIVATED, 5, 5.1)
                .change(What.ACTIVATED, 20, 20.1)
                .deliver(before, 2.1)
                .record(before, "success", 204);

        assertThat(run.answer(during, "inactive").audit().passed()).isTrue();
        assertThat(run.audit().reasonsAsked()).isEqualTo(1);
        assertFails(run.answer(during, "not_fanned_out_yet").audit(), FindingKind.WRONG_REASON);
    }

    @Test
    void findsAnEventWithoutAReasonWhyItWasNotSent() {
        var event = run.publish(1);
        run.subscribedTo(EventType.LICENSE_EXPIRED);

        assertFails(run.audit(), FindingKind.WRONG_REASON);
        assertThat(run.answer(event, "not_subscribed").audit().passed()).isTrue();
    }

    @Test
    void whatADeletedEndpointMissedItMissedBecauseItIsDeleted() {
        var event = run.publish(10);
        run.subscribedTo(EventType.LICENSE_EXPIRED).change(What.DELETED, 20, 20.1);

        assertThat(run.answer(event, "deleted").audit().passed()).isTrue();
        assertFails(run.answer(event, "not_subscribed").audit(), FindingKind.WRONG_REASON);
    }

    @Test
    void findsARequestWithoutAnExplanation() {
        assertFails(run.stray("unknown").audit(), FindingKind.NOT_FOR_THIS_ENDPOINT);
    }

    @Test
    void findsARequestWithoutTheNewestSecretsSignature() {
        var event = run.publish(10);
        run.change(What.ROTATED, 2, 2.1);

        var verdict = run.deliver(event, 10.1).record(event, "success", 204).audit();

        assertFails(verdict, FindingKind.WRONG_SIGNATURE);
    }

    @Test
    void findsAnAcceptedDeliveryThatIsNotRecordedSo() {
        var event = run.publish(1);

        var verdict = run.deliver(event, 1.1).record(event, "retrying", 204).audit();

        assertFails(verdict, FindingKind.ROW_DISAGREES);
    }

    @Test
    void whatAFaultKeptFromBeingRecordedMayWaitAtAnEndpointThatWasThenSwitchedOff() {
        var event = run.publish(59);
        run.fault(ProcessFault.Kind.POSTGRES_KILLED, 60, 65).deliver(event, 59.9);
        run.record(event, "pending", 204);

        assertFails(run.audit(), FindingKind.ROW_DISAGREES);
        run.change(What.DEACTIVATED, 70, 70.1);
        assertThat(run.audit().passed()).isTrue();
    }

    @Test
    void anAnswerThatNoFaultKeptFromBeingRecordedHasToBeRecordedHoweverTheEndpointEnded() {
        var event = run.publish(1);
        run.change(What.DEACTIVATED, 70, 70.1);

        var verdict = run.deliver(event, 1.1).record(event, "pending", 204).audit();

        assertFails(verdict, FindingKind.ROW_DISAGREES);
    }

    @Test
    void findsARecordedAnswerThatWasNeverGiven() {
        var event = run.publish(1);

        var verdict = run.deliver(event, 1.1).record(event, "success", 200).audit();

        assertFails(verdict, FindingKind.ROW_DISAGREES);
    }

    @Test
    void findsAnAttemptThatTheFiguresCountTwiceOrNotAtAll() {
        var event = run.publish(1);

        assertFails(
                run.deliver(event, 1.1).record(event, "success", 204).count(1).audit(), FindingKind.MISCOUNTED);
        assertThat(run.count(-1).audit().passed()).isTrue();
        assertFails(run.count(-1).audit(), FindingKind.MISCOUNTED);
    }

    @Test
    void findsWorkThatWasLeftOver() {
        assertFails(run.leave("waiting deliveries 3").audit(), FindingKind.NOT_FINISHED);
    }

    private static void assertFails(Verdict verdict, FindingKind kind) {
        assertThat(verdict.findings()).extracting(Finding::kind).containsOnly(kind);
        assertThat(verdict.passed()).isFalse();
    }
}
