package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.database.ClaimTimes;
import io.igregulator.webhooks.benchmark.measure.DiskProbe;
import io.igregulator.webhooks.benchmark.measure.Distribution;
import io.igregulator.webhooks.benchmark.measure.Timing;
import io.igregulator.webhooks.benchmark.measure.Verify;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.scenario.Selection;
import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.benchmark.traffic.PublishEvents;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A scenario about deliveries on a platform that runs. */
final class DeliveryRun {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final double MIB = 1 << 20;

    private final Scenario scenario;
    private final Platform platform;
    private final double maximum;
    private final long seed;
    private final Optional<Path> recording;
    private final Console console;

    /** @param maximum deliveries per second that a rate is a share of */
    DeliveryRun(
            Scenario scenario,
            Platform platform,
            double maximum,
            long seed,
            Optional<Path> recording,
            Console console) {
        this.scenario = scenario;
        this.platform = platform;
        this.maximum = maximum;
        this.seed = seed;
        this.recording = recording;
        this.console = console;
    }

    ScenarioResult run() {
        var random = new Random(seed);
        var bodies = new EventBodies(scenario.bodyBytes(), random);
        try (var events = new PublishEvents(platform.stack().bootstrapServers(), bodies, scenario.groups(), random);
                var disk = DiskProbe.start(platform.folder())) {
            var progress = new Progress(platform, console);
            awaitFirst(events, progress);
            var loaded = load(events, progress).run();
            long recorded =
                    new AwaitArrivals(platform, progress).awaitAll(Verify.expected(scenario, events.published()));
            return result(loaded, events, disk.within(loaded.window()), recorded);
        }
    }

    /** Warming up begins when the way is open from end to end. */
    private static void awaitFirst(PublishEvents events, Progress progress) {
        events.publishNow();
        if (!Await.until(() -> progress.look("first") > 0, PATIENCE, PAUSE)) {
            throw new CommandFailure("Nothing was delivered within " + PATIENCE.toMinutes() + " minutes.");
        }
    }

    private Load load(PublishEvents events, Progress progress) {
        var snapshots = new Snapshots(platform, recording, scenario.liveHeap());
        return switch (scenario.kind()) {
            case SATURATE -> new Saturate(scenario, events, progress, snapshots);
            case RATE -> new AtRate(scenario, eventsPerSecond(), events, progress, snapshots);
            case BURST -> new Bursts(scenario, events, progress, snapshots);
            case API, START -> throw new CommandFailure(scenario.name() + " delivers nothing.");
        };
    }

    private double eventsPerSecond() {
        if (maximum <= 0) {
            throw new CommandFailure(Selection.MAXIMUM + " came to no rate that this one's could be a share of.");
        }
        return maximum * scenario.rateShare() / scenario.meanAudience();
    }

    private ScenarioResult result(Loaded loaded, PublishEvents events, Distribution disk, long recorded) {
        var arrivals = platform.receiver().arrivals(platform.folder().resolve("arrivals"));
        var timing = new Timing(scenario, events.published(), arrivals);
        var latencies = timing.latencies(loaded.window());
        var bursts = bursts(loaded, timing);
        long count = timing.count(loaded.window());
        double rate = bursts.count() == 0
                ? count / loaded.window().seconds()
                : scenario.burstEvents() * scenario.meanAudience() / bursts.percentile(50);
        return new ScenarioResult(
                scenario,
                rate,
                null,
                latencies.percentiles(),
                latencies.curve(),
                disk.percentiles(),
                Costs.between(loaded.before(), loaded.after(), count),
                platform.processes().peakBytes(),
                loaded.after().worker().heapUsedBytes(),
                platform.startSeconds(),
                new Verify(scenario, events.published(), arrivals).against(platform.endpoints(), recorded),
                Arrays.stream(timing.perSecond()).boxed().toList(),
                more(loaded, bursts));
    }

    /** Seconds that each took. */
    private static Distribution bursts(Loaded loaded, Timing timing) {
        return Distribution.of(loaded.bursts().stream()
                .map(burst -> (timing.lastArrival(burst.firstEvent(), burst.lastEvent()) - burst.at()) / 1e9)
                .toList());
    }

    private Map<String, Double> more(Loaded loaded, Distribution bursts) {
        var more = new LinkedHashMap<String, Double>();
        if (bursts.count() > 0) {
            more.put("burst_seconds_p50", bursts.percentile(50));
            more.put("burst_seconds_max", bursts.percentile(100));
        }
        if (scenario.liveHeap()) {
            more.put("live_heap_mib_before", loaded.before().worker().liveBytes() / MIB);
            more.put("live_heap_mib_after", loaded.after().worker().liveBytes() / MIB);
        }
        if (scenario.claimTimes()) {
            var claims = Distribution.of(
                    ClaimTimes.read(platform.folder().resolve("postgres/postgres.log"), loaded.window()));
            more.put("claims", (double) claims.count());
            more.put("claim_ms_p50", claims.percentile(50));
            more.put("claim_ms_p99", claims.percentile(99));
            more.put("claim_ms_max", claims.percentile(100));
        }
        return more;
    }
}
