package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.raw.RawClientKind;
import io.igregulator.webhooks.benchmark.raw.RawLimit;
import io.igregulator.webhooks.benchmark.raw.RawPlan;
import io.igregulator.webhooks.benchmark.raw.RawResult;
import io.igregulator.webhooks.benchmark.raw.Yardstick;
import io.igregulator.webhooks.benchmark.receive.Certificate;
import io.igregulator.webhooks.benchmark.receive.Receiver;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What each client reaches with nothing around it, for each sort of request that a run's scenarios make. */
public final class RawLimits {
    /** More would only make the client's list of prepared requests longer. */
    private static final int MOST_URLS = 1_000;

    private static final double MOST_FAILED = 0.01;

    private final Map<Sort, RawResult> measured = new HashMap<>();
    private final Console console;

    private record Sort(
            RawClientKind client,
            int routes,
            int bodyBytes,
            int concurrency,
            boolean tls,
            boolean cold,
            boolean nativeTls) {}

    public RawLimits(Console console) {
        this.console = console;
    }

    /** What was measured last; measures now what has not been measured yet. */
    Yardstick before(Scenario scenario, Receiver receiver, Optional<Certificate> tls, Path logs) {
        return new Yardstick(
                known(RawClientKind.APACHE, scenario, receiver, tls, logs),
                null,
                known(RawClientKind.OWN, scenario, receiver, tls, logs));
    }

    /** Raw again: the machine may have become faster or slower since. */
    RawResult again(Scenario scenario, Receiver receiver, Optional<Certificate> tls, Path logs) {
        return measure(RawClientKind.APACHE, scenario, receiver, tls, logs);
    }

    private RawResult known(
            RawClientKind client, Scenario scenario, Receiver receiver, Optional<Certificate> tls, Path logs) {
        var known = measured.get(sort(client, scenario));
        return known == null ? measure(client, scenario, receiver, tls, logs) : known;
    }

    private RawResult measure(
            RawClientKind client, Scenario scenario, Receiver receiver, Optional<Certificate> tls, Path logs) {
        receiver.clear();
        var result = RawLimit.measure(plan(client, scenario, receiver, tls), logs);
        receiver.clear();
        requireAnswers(result, scenario.rawSeconds());
        console.say(String.format(
                Locale.ROOT,
                "  %-24s %,.0f posts/s, %.1f us of processor time each (client %.1f, receiver %.1f), %.1f KB; warm after %d s",
                name(client) + ":",
                result.postsPerSecond(),
                result.cpuMicros(),
                result.clientCpuMicros(),
                result.receiverCpuMicros(),
                result.allocatedBytes() / 1024,
                result.warmUpSeconds()));
        measured.put(sort(client, scenario), result);
        return result;
    }

    private static String name(RawClientKind client) {
        return switch (client) {
            case APACHE -> "raw (Apache HttpClient)";
            case OWN -> "bare exchange";
        };
    }

    /** A request that fails here and there is the machine's; many are a broken receiver. */
    private static void requireAnswers(RawResult result, int seconds) {
        double posts = result.postsPerSecond() * seconds;
        if (posts < 1 || result.failed() > posts * MOST_FAILED) {
            throw new CommandFailure("The raw limit cannot be measured: " + result.failed() + " of " + Math.round(posts)
                    + " requests got no 200.");
        }
    }

    private static RawPlan plan(RawClientKind client, Scenario scenario, Receiver receiver, Optional<Certificate> tls) {
        return new RawPlan(
                client,
                receiver.pid(),
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

    private static Sort sort(RawClientKind client, Scenario scenario) {
        return new Sort(
                client,
                scenario.routes(),
                scenario.bodyBytes(),
                scenario.concurrency(),
                scenario.tls(),
                scenario.cold(),
                nativeTls(scenario));
    }

    /** As the scenario has it in the worker, so that all use the same TLS; a try by {@code --worker} does not change it. */
    private static boolean nativeTls(Scenario scenario) {
        return Boolean.parseBoolean(String.valueOf(scenario.worker().get("webhooks.http.native-tls")));
    }
}
