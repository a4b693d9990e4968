package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.database.BenchmarkEndpoint;
import io.igregulator.webhooks.benchmark.database.ClaimTimes;
import io.igregulator.webhooks.benchmark.database.Database;
import io.igregulator.webhooks.benchmark.database.InsertEndpoints;
import io.igregulator.webhooks.benchmark.database.InsertWaiting;
import io.igregulator.webhooks.benchmark.database.RecycledSegments;
import io.igregulator.webhooks.benchmark.process.WorkerMetrics;
import io.igregulator.webhooks.benchmark.receive.Receiver;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.traffic.EventBodies;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Stack;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Starts a stack, fills its tables, and only then starts the worker. */
final class StartPlatform {
    /** Dead endpoints that share the backlog. */
    private static final int DEAD = 1_000;

    private static final int MOST_SEGMENTS = 50;

    /** At some thousand deliveries per second. */
    private static final int SECONDS_A_SEGMENT = 2;

    /** Nothing listens there; no delivery is to go there either. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/d/0");

    private final Scenario scenario;
    private final DataFolder folder;
    private final Stack stack;
    private final Receiver receiver;
    private final Random random;
    private final Console console;

    /** @param random for what is filled in */
    StartPlatform(
            Scenario scenario, DataFolder folder, Stack stack, Receiver receiver, Random random, Console console) {
        this.scenario = scenario;
        this.folder = folder;
        this.stack = stack;
        this.receiver = receiver;
        this.random = random;
        this.console = console;
    }

    Platform start() {
        stack.start(0);
        var database = new Database(stack.jdbcUrl());
        var endpoints = fill(database);
        if (scenario.claimTimes()) {
            ClaimTimes.logStatements(database);
        }
        double seconds = Ready.secondsToStart(Platform.worker(stack));
        console.say("  worker ready after %.1f s, %d endpoints".formatted(seconds, scenario.endpoints()));
        return new Platform(
                folder.path(),
                stack,
                receiver,
                database,
                endpoints,
                Platform.processes(stack, receiver),
                new WorkerMetrics(stack.workerUrls().getFirst()),
                seconds);
    }

    /** About as many as are filled until the end; more than a gigabyte PostgreSQL would not keep. */
    private int segments() {
        return Math.min(MOST_SEGMENTS, (scenario.warmUpSeconds() + scenario.seconds()) / SECONDS_A_SEGMENT + 2);
    }

    private List<BenchmarkEndpoint> fill(Database database) {
        var insert = new InsertEndpoints(database, stack.secrets());
        var endpoints = new ArrayList<BenchmarkEndpoint>();
        if (scenario.delivers()) {
            endpoints.addAll(insert.insert(
                    scenario.endpoints(), scenario.groups(), number -> receiver.url(scenario.conduct(number), number)));
        }
        if (scenario.waitingRows() > 0) {
            var bodies = new EventBodies(scenario.bodyBytes(), random);
            var dead = insert.insertUnwatched(DEAD, NOWHERE);
            new InsertWaiting(database, bodies, random, Instant.now()).insert(dead, scenario.waitingRows());
        }
        database.execute("VACUUM ANALYZE");
        RecycledSegments.leave(database, segments());
        return List.copyOf(endpoints);
    }
}
