package io.igregulator.webhooks.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The workers' configuration in a run: as in production, with everything that takes hours or minutes made quick. */
final class WorkerSettings {
    private static final long LONGEST_SECONDS = 20;

    private WorkerSettings() {}

    /** @param noLongerThan how long receivers may fail; retries go on for longer, so that nothing has to end as failed */
    static Map<String, Object> lasting(Duration noLongerThan) {
        return Map.ofEntries(
                Map.entry("webhooks.retry.delays", delays(noLongerThan)),
                Map.entry("webhooks.http.exchange-timeout", "6s"),
                Map.entry("webhooks.http.connect-timeout", "2s"),
                Map.entry("webhooks.http.max-connections", 2_500),
                Map.entry("webhooks.waiting.lease", "20s"),
                // Below the session timeout, as in production.
                Map.entry("webhooks.dispatch.pulse", "4s"),
                Map.entry("webhooks.breaker.first-wait", "3s"),
                Map.entry("webhooks.breaker.longest-wait", "15s"),
                // A lost worker is noticed within seconds.
                Map.entry("webhooks.fanout.consumer.session.timeout.ms", 6_000),
                Map.entry("webhooks.fanout.consumer.heartbeat.interval.ms", 1_500),
                Map.entry("webhooks.dispatch.consumer.session.timeout.ms", 6_000),
                Map.entry("webhooks.dispatch.consumer.heartbeat.interval.ms", 1_500));
    }

    private static String delays(Duration noLongerThan) {
        long many = noLongerThan.toSeconds() / LONGEST_SECONDS + 10;
        return Stream.concat(
                        Stream.of("2s", "4s", "8s"), LongStream.range(0, many).mapToObj(_ -> LONGEST_SECONDS + "s"))
                .collect(Collectors.joining(","));
    }
}
