package io.igregulator.webhooks.chaos.burst;

import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.stack.Console;
import java.time.Duration;
import java.util.Locale;

/**
 * How a burst went whose worker was killed.
 *
 * @param wanted deliveries of the burst
 * @param arrived requests that had come by the kill
 * @param recorded outcomes that were in PostgreSQL right after it
 * @param repeated requests for what had been accepted before
 * @param lost deliveries that did not arrive
 * @param mostRepeated repeats that the worker's settings allow
 * @param took until the last delivery arrived, from the restart, or from the kill where a second worker continues
 * @param mostTook how long that may be
 */
public record Burst(
        int wanted,
        long arrived,
        long recorded,
        long repeated,
        long lost,
        int mostRepeated,
        Duration took,
        Duration mostTook)
        implements Judgement {

    @Override
    public boolean passed() {
        return lost == 0 && repeated <= mostRepeated && took.compareTo(mostTook) <= 0;
    }

    @Override
    public void show(Console console) {
        console.say(String.format(
                Locale.ROOT,
                "  %d deliveries; at the kill %d had arrived, %d were recorded",
                wanted,
                arrived,
                recorded));
        console.say(String.format(Locale.ROOT, "  repeated %d, at most %d", repeated, mostRepeated));
        console.say(String.format(
                Locale.ROOT, "  last arrival after %.1f s, at most %d s", took.toMillis() / 1e3, mostTook.toSeconds()));
        console.say(passed() ? "Burst run passed." : "Burst run FAILED, " + lost + " deliveries are missing.");
    }
}
