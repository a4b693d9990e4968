package io.igregulator.webhooks.api.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.event.EventEnvelope;
import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.event.RecipientTerms;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WhyNotTest {
    private static final Instant STORED = Instant.parse("2026-04-20T12:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);
    private static final Instant LONG_BEFORE = STORED.minus(LONG);
    private static final EndpointId ENDPOINT = new EndpointId(new UUID(0, 7));
    private static final RecipientTerms TAKES_ALL = new RecipientTerms(Set.of("license.issued"), true, false);
    private static final RecipientTerms TAKES_WATCHED = new RecipientTerms(Set.of("license.issued"), true, true);

    private static final Watch UNWATCHED = new Watch(false, false, null, null, null);

    @Test
    void changesAreUndoneNewestFirst() {
        EndpointPast past = EndpointPast.rolledBack(
                ENDPOINT,
                LONG_BEFORE,
                TAKES_WATCHED,
                List.of(
                        change(50, "{\"watchlist_only\": {\"from\": false, \"to\": true}}"),
                        change(40, "{\"url\": {}}"),
                        change(30, "{\"active\": {\"from\": false, \"to\": true}}"),
                        change(20, "{\"events\": {\"from\": [\"license.expired\"], \"to\": [\"license.issued\"]}}")));

        assertThat(past.spans())
                .containsExactly(
                        span(0, Set.of("license.expired"), false, false),
                        span(20, Set.of("license.issued"), false, false),
                        span(30, Set.of("license.issued"), true, false),
                        span(40, Set.of("license.issued"), true, false),
                        span(50, Set.of("license.issued"), true, true));
    }

    @Test
    void aWorkersChangeThatWasCommittedAfterALaterOneDoesNotReverseTheirOrder() {
        EndpointPast past = EndpointPast.rolledBack(
                ENDPOINT,
                LONG_BEFORE,
                new RecipientTerms(Set.of("license.issued"), false, false),
                List.of(
                        change(10, "{\"active\": {\"from\": true, \"to\": false}}"),
                        change(20, "{\"events\": {\"from\": [\"license.expired\"], \"to\": [\"license.issued\"]}}")));

        assertThat(past.spans().getLast().terms().active()).isFalse();
        assertThat(past.at(LONG_BEFORE.plus(Duration.ofMinutes(25)))).isEqualTo(2);
        assertThat(past.at(LONG_BEFORE.plus(Duration.ofMinutes(15)))).isZero();
    }

    @Test
    void anEndpointThatQualifiedIsToGetIt() {
        assertThat(reason(TAKES_ALL, UNWATCHED, LONG)).isEqualTo("not_fanned_out_yet");
        assertThat(reason(TAKES_WATCHED, UNWATCHED, LONG)).isEqualTo("not_watched");
        assertThat(reason(TAKES_WATCHED, new Watch(true, true, LONG_BEFORE, null, null), LONG))
                .isEqualTo("not_fanned_out_yet");
    }

    @Test
    void notWatchedBeginsWithTheLaterOfTheRemovalAndTheSettingThatMakesItMatter() {
        Instant removed = STORED.minusSeconds(30);
        Watch watch = new Watch(false, true, null, removed, null);

        assertThat(why(watch, LONG).of(unchanged(TAKES_WATCHED)).since()).isEqualTo(removed);

        EndpointPast changed = EndpointPast.rolledBack(
                ENDPOINT,
                LONG_BEFORE,
                TAKES_WATCHED,
                List.of(new SettingsChange(
                        STORED.minusSeconds(10),
                        JsonMapper.shared().readTree("{\"watchlist_only\": {\"from\": false, \"to\": true}}"))));
        assertThat(why(watch, LONG).of(changed).since()).isEqualTo(STORED.minusSeconds(10));
    }

    @Test
    void aRemovalSoonAfterwardsIsTheReasonAndALaterOneIsNot() {
        Watch soon = new Watch(true, true, LONG_BEFORE, null, STORED.plusMillis(3));
        Watch later = new Watch(true, true, LONG_BEFORE, null, STORED.plusSeconds(61));

        assertThat(reason(TAKES_WATCHED, soon, LONG)).isEqualTo("not_watched");
        assertThat(reason(TAKES_WATCHED, later, LONG)).isEqualTo("not_fanned_out_yet");
        assertThat(reason(TAKES_ALL, soon, LONG)).isEqualTo("not_fanned_out_yet");
    }

    @Test
    void whatWasAddedJustBeforeMayHaveBeenTooLateOnceADeliveryWouldBeThere() {
        Watch justBefore = new Watch(true, true, STORED.minusMillis(3), null, null);

        assertThat(reason(TAKES_WATCHED, justBefore, Duration.ofSeconds(59))).isEqualTo("not_fanned_out_yet");
        assertThat(reason(TAKES_WATCHED, justBefore, Duration.ofSeconds(60))).isEqualTo("not_watched");

        EndpointPast created = EndpointPast.rolledBack(ENDPOINT, STORED.minusMillis(3), TAKES_ALL, List.of());
        assertThat(why(UNWATCHED, Duration.ofSeconds(59)).of(created).reason()).isEqualTo("not_fanned_out_yet");
        assertThat(why(UNWATCHED, LONG).of(created).reason()).isEqualTo("created_later");
    }

    private static String reason(RecipientTerms terms, Watch watch, Duration age) {
        return why(watch, age).of(unchanged(terms)).reason();
    }

    private static EndpointPast unchanged(RecipientTerms terms) {
        return EndpointPast.rolledBack(ENDPOINT, LONG_BEFORE, terms, List.of());
    }

    private static WhyNot why(Watch watch, Duration age) {
        return new WhyNot(new FannedOut(event(), "700", STORED), watch, () -> STORED.plus(age));
    }

    private static EventEnvelope event() {
        return new EventEnvelope(
                new EventId(new UUID(0, 1)), EventType.LICENSE_ISSUED, STORED, true, "acme", null, "licence");
    }

    private static SettingsChange change(int minute, String changes) {
        return new SettingsChange(
                LONG_BEFORE.plus(Duration.ofMinutes(minute)),
                JsonMapper.shared().readTree(changes));
    }

    private static EndpointSpan span(int minute, Set<String> events, boolean active, boolean watchlistOnly) {
        return new EndpointSpan(
                LONG_BEFORE.plus(Duration.ofMinutes(minute)), new RecipientTerms(events, active, watchlistOnly));
    }
}
