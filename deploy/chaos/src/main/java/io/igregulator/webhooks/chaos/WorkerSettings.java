package io.igregulator.webhooks.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The workers' configuration in a run: as in production, with everything that takes hours or minutes made quick. */
final class WorkerSettings {
    /** The defaults, set all the same: how much may be sent again follows from them. */
    private static final int CONCURRENCY = 10;

    private static final int MAX_BATCH = 500;

    private static final long LONGEST_SECONDS = 20;

    private WorkerSettings() {}

    /**
     * @param noLongerThan how long receivers may fail; retries continue for longer, so that nothing has to end as
     * failed
     */
    static Map<String, Object> lasting(Duration noLongerThan) {
        return Map.ofEntries(
                Map.entry("webhooks.retry.delays", delays(noLongerThan)),
                Map.entry("webhooks.http.exchange-timeout", "6s"),
                Map.entry("webhooks.http.connect-timeout", "2s"),
                Map.entry("webhooks.http.max-connections", 2_500),
                Map.entry("webhooks.waiting.lease", "20s"),
                Map.entry("webhooks.breaker.first-wait", "3s"),
                Map.entry("webhooks.breaker.longest-wait", "15s"),
                Map.entry("webhooks.lanes.concurrency", CONCURRENCY),
                Map.entry("webhooks.outcomes.max-batch", MAX_BATCH));
    }

    /** What the end of one worker may have sent again: requests in flight, and one batch of outcomes. */
    static int mostRepeated(int endpoints) {
        return CONCURRENCY * endpoints + MAX_BATCH;
    }

    private static String delays(Duration noLongerThan) {
        long many = noLongerThan.toSeconds() / LONGEST_SECONDS + 10;
        return Stream.concat(
                        Stream.of("2s", "4s", "8s"), LongStream.range(0, many).mapToObj(_ -> LONGEST_SECONDS + "s"))
                .collect(Collectors.joining(","));
    }
}
