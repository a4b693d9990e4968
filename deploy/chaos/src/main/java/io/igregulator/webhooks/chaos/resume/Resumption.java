package io.igregulator.webhooks.chaos.resume;

import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;

/**
 * How an endpoint came back whose receiver was fixed.
 *
 * @param waiting deliveries of it at that time
 * @param held how long its circuit would have kept them, without the test
 * @param first from the answer to the test to the first delivery
 * @param last from there to the last one
 * @param mostInFlight requests that the receiver had at one time
 * @param lost deliveries that did not arrive
 */
public record Resumption(int waiting, Duration held, Duration first, Duration last, int mostInFlight, long lost)
        implements Judgement {
    private static final Duration FIRST_WITHIN = Duration.ofSeconds(2);

    /** The contract's. */
    private static final int PLACES = 10;

    @Override
    public boolean passed() {
        return lost == 0 && first.compareTo(FIRST_WITHIN) <= 0 && mostInFlight <= PLACES;
    }

    @Override
    public void show(Console console) {
        console.say(String.format(
                Locale.ROOT,
                "  %d deliveries waited, for another %.0f s without the test",
                waiting,
                held.toMillis() / 1e3));
        console.say(String.format(
                Locale.ROOT,
                "  first delivery %.2f s after the test, at most %d s; the last after %.1f s",
                first.toMillis() / 1e3,
                FIRST_WITHIN.toSeconds(),
                last.toMillis() / 1e3));
        console.say(
                String.format(Locale.ROOT, "  most requests in flight at once %d, at most %d", mostInFlight, PLACES));
        console.say(passed() ? "Resume run passed." : "Resume run FAILED, " + lost + " deliveries are missing.");
    }
}
