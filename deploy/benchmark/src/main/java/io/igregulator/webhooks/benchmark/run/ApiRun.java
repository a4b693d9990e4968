package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.measure.Distribution;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.client.EndpointDraft;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Calls of the API from so many clients at a time, each of its own account: creations first, then rotations. */
final class ApiRun {
    private final Scenario scenario;
    private final Platform platform;
    private final Console console;
    private final Queue<EndpointId> endpoints = new ConcurrentLinkedQueue<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    ApiRun(Scenario scenario, Platform platform, Console console) {
        this.scenario = scenario;
        this.platform = platform;
        this.console = console;
    }

    ScenarioResult run() {
        var operator = new OperatorClient(
                platform.stack().operatorUrl(), platform.stack().secrets().operatorToken());
        var key = operator.createAccount("Benchmark", "enterprise").apiKey();
        var client = new WebhooksClient(platform.stack().apiUrl(), key);
        measure("warm-up", scenario.warmUpSeconds(), ignored -> create(client));
        double creations = measure("create", scenario.seconds(), ignored -> create(client));
        measure("rotate", scenario.seconds(), ignored -> rotate(client));
        return ScenarioResult.withoutDeliveries(scenario, creations, platform, figures);
    }

    private void create(WebhooksClient client) {
        var made = client.create(new EndpointDraft(
                platform.receiver().url("d", endpoints.size()), "Benchmark", Set.of(EventBodies.TYPE), true));
        endpoints.add(made.id());
    }

    /** Each endpoint in turn; the queue is as long as all that were created. */
    private void rotate(WebhooksClient client) {
        var next = endpoints.poll();
        if (next != null) {
            client.rotateSecret(next);
            endpoints.add(next);
        }
    }

    private double measure(String what, int seconds, Consumer<Integer> call) {
        var before = Snapshot.of(platform);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        Queue<Double> took = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < scenario.concurrency(); i++) {
                int number = i;
                var _ = threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        long from = System.nanoTime();
                        call.accept(number);
                        took.add((System.nanoTime() - from) / 1e6);
                    }
                });
            }
        }
        var after = Snapshot.of(platform);
        var times = Distribution.of(List.copyOf(took));
        double perSecond = took.size() / ((after.at() - before.at()) / 1e9);
        console.say("  %s: %.0f/s, p99 %.1f ms".formatted(what, perSecond, times.percentile(99)));
        figures.put(what.replace('-', '_') + "_per_second", perSecond);
        figures.put(what.replace('-', '_') + "_ms_p50", times.percentile(50));
        figures.put(what.replace('-', '_') + "_ms_p99", times.percentile(99));
        var costs = Costs.between(before, after, took.size());
        figures.put(
                what.replace('-', '_') + "_api_cpu_micros", costs.cpuMicros().getOrDefault("api", 0.0));
        return perSecond;
    }
}
