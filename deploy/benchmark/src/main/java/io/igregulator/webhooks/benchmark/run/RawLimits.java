package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.raw.RawLimit;
import io.igregulator.webhooks.benchmark.raw.RawPlan;
import io.igregulator.webhooks.benchmark.raw.RawResult;
import io.igregulator.webhooks.benchmark.receive.Certificate;
import io.igregulator.webhooks.benchmark.receive.Receiver;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.local.stack.Console;
import io.igregulator.webhooks.local.stack.LocalFailure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The raw limit for each sort of request that a run's scenarios make, measured once. */
final class RawLimits {
    /** More would only make the client's list of prepared requests longer. */
    private static final int MOST_URLS = 1_000;

    private static final double MOST_FAILED = 0.01;

    private final Map<Sort, RawResult> measured = new HashMap<>();

    private record Sort(int routes, int bodyBytes, int concurrency, boolean tls, boolean cold, boolean nativeTls) {}

    RawResult of(Scenario scenario, Receiver receiver, Optional<Certificate> tls, Path logs, Console console) {
        var sort = new Sort(
                scenario.routes(),
                scenario.bodyBytes(),
                scenario.concurrency(),
                scenario.tls(),
                scenario.cold(),
                nativeTls(scenario));
        var known = measured.get(sort);
        if (known != null) {
            return known;
        }
        console.say("  measuring the raw limit");
        var result = RawLimit.measure(plan(scenario, receiver, tls), logs);
        receiver.clear();
        requireAnswers(result, scenario.rawSeconds());
        console.say(String.format(
                Locale.ROOT,
                "  raw: %,.0f posts/s, %.0f us of processor time and %.1f KB allocated each",
                result.postsPerSecond(),
                result.cpuMicros(),
                result.allocatedBytes() / 1024));
        measured.put(sort, result);
        return result;
    }

    /** A request that fails here and there is the machine's; many are a broken receiver. */
    private static void requireAnswers(RawResult result, int seconds) {
        double posts = result.postsPerSecond() * seconds;
        if (posts < 1 || result.failed() > posts * MOST_FAILED) {
            throw new LocalFailure("The raw limit cannot be measured: " + result.failed() + " of " + Math.round(posts)
                    + " requests got no 200.");
        }
    }

    private static RawPlan plan(Scenario scenario, Receiver receiver, Optional<Certificate> tls) {
        return new RawPlan(
                IntStream.range(0, Math.min(MOST_URLS, scenario.endpoints()))
                        .mapToObj(number -> receiver.url("d", number).toString())
                        .toList(),
                scenario.bodyBytes(),
                scenario.concurrency(),
                scenario.rawWarmUpSeconds(),
                scenario.rawSeconds(),
                tls.map(certificate -> certificate.authority().toString()),
                nativeTls(scenario));
    }

    /** As the scenario has it in the worker, so that both use the same client; a try by {@code --worker} does not change it. */
    private static boolean nativeTls(Scenario scenario) {
        return Boolean.parseBoolean(String.valueOf(scenario.worker().get("webhooks.http.native-tls")));
    }
}
