package io.igregulator.webhooks.worker.hostile;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.igregulator.webhooks.worker.fixture.Answer;
import io.igregulator.webhooks.worker.fixture.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that answer, and mean something else or ask for something. */
class RetryAfterIT {
    private static final Duration SCHEDULED = Duration.ofHours(1);
    private static final Duration CAP = Duration.ofHours(24);

    private static HostileWorker worker;
    private Receiver receiver;

    @BeforeAll
    static void start() {
        worker = HostileWorker.start(HostileWorker.LOOPBACK, "webhooks.retry.delays=1h", "webhooks.retry.jitter=0");
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    @BeforeEach
    void startReceiver() {
        receiver = Receiver.start();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void secondsAreHonoured() {
        assertRetried(answered(503, "7200"), Duration.ofHours(2));
        assertRetried(answered(429, "7200"), Duration.ofHours(2));
    }

    /** RFC 9110, section 5.6.7: its own form, that of RFC 850, and that of C's asctime. */
    @ParameterizedTest
    @ValueSource(
            strings = {"EEE, dd MMM uuuu HH:mm:ss 'GMT'", "EEEE, dd-MMM-uu HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss uuuu"
            })
    void aDateIsHonouredInAnyForm(String form) {
        Instant date = Instant.now().plus(Duration.ofHours(3)).truncatedTo(SECONDS);
        String header = DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(date.atOffset(ZoneOffset.UTC));

        assertThat(answered(503, header).nextAttemptAt()).isCloseTo(date, within(1, SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-7200", "7200.5", "Mon, 99 Foo 2026 25:61:61 GMT", "1e9", "7200, 9000"})
    void nonsenseSaysNothing(String nonsense) {
        assertRetried(answered(503, nonsense), SCHEDULED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31536000", "99999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void aYearIsCutToADay(String year) {
        assertRetried(answered(503, year), CAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "Mon, 02 Jan 2006 15:04:05 GMT"})
    void lessThanTheScheduleDoesNotHurryIt(String little) {
        assertRetried(answered(503, little), SCHEDULED);
    }

    @Test
    void itIsForThoseWhoAreBusyOnly() {
        assertRetried(answered(500, "7200"), SCHEDULED);
    }

    @Test
    void successWithAnErrorBodyIsSuccess() {
        receiver.answering(request -> Answer.of(200).saying("{\"error\":\"invalid signature\"}"));

        assertThat(worker.recorded(worker.deliver(receiver.url("/hook"))))
                .returns(200, RecordedAttempt::httpStatus)
                .returns(null, RecordedAttempt::error)
                .returns("success", RecordedAttempt::deliveryStatus)
                .returns("{\"error\":\"invalid signature\"}", RecordedAttempt::responseBody);
    }

    private RecordedAttempt answered(int status, String retryAfter) {
        receiver.answering(request -> Answer.of(status).with("Retry-After", retryAfter));
        RecordedAttempt attempt = worker.recorded(worker.deliver(receiver.url("/hook")));
        assertThat(attempt)
                .returns(status, RecordedAttempt::httpStatus)
                .returns(null, RecordedAttempt::error)
                .returns("retrying", RecordedAttempt::deliveryStatus);
        return attempt;
    }

    private static void assertRetried(RecordedAttempt attempt, Duration wait) {
        assertThat(attempt.nextAttemptAt()).isCloseTo(attempt.end().plus(wait), within(5, SECONDS));
    }
}
