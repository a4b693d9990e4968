package io.igregulator.webhooks.local;

import io.igregulator.webhooks.local.smoke.SmokeRun;
import io.igregulator.webhooks.stack.AotCache;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Jars;
import io.igregulator.webhooks.stack.JavaCommand;
import io.igregulator.webhooks.stack.LauncherLog;
import io.igregulator.webhooks.stack.Project;
import io.igregulator.webhooks.stack.Shutdown;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.StackPlan;
import io.igregulator.webhooks.stack.TemporaryFolder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** Runs the platform on a folder of its own for one smoke run. */
final class SmokeCommand {
    // A refused delivery's retry comes at once instead of after half a minute, also where enough refusals in a row open
    // the circuit; and that endpoint is not announced as degraded, since that event is not in the fixed set.
    private static final Map<String, Object> WORKER_SETTINGS = Map.of(
            "webhooks.retry.delays", "1s,2s,5s,5s,5s,5s,5s",
            "webhooks.breaker.first-wait", "1s",
            "webhooks.breaker.longest-wait", "2s",
            "webhooks.degraded.share", 100);

    private final Options options;
    private final AotCache aot;
    private final Console console;
    private final Shutdown shutdown;

    SmokeCommand(Options options, AotCache aot, Console console, Shutdown shutdown) {
        this.options = options;
        this.aot = aot;
        this.console = console;
        this.shutdown = shutdown;
    }

    int run() {
        var jars = Jars.in(Project.folder());
        var temporary = TemporaryFolder.create("smoke", console);
        shutdown.add(temporary);
        var folder = DataFolder.open(temporary.path());
        shutdown.add(folder);
        LauncherLog.writeTo(folder);
        console.say("Smoke run in " + folder.path() + ".");
        if (!passes(plan(jars, folder))) {
            return 1;
        }
        temporary.forget();
        return 0;
    }

    private StackPlan plan(Jars jars, DataFolder folder) {
        return switch (aot) {
            case USED -> new StackPlan(jars, folder, options.ports(), options.workers(), WORKER_SETTINGS);
            case WRITTEN -> new StackPlan(jars, folder, options.ports(), 1, WORKER_SETTINGS, JavaCommand.FULL, aot);
        };
    }

    private boolean passes(StackPlan plan) {
        var stack = new Stack(plan, console);
        shutdown.add(stack);
        stack.start();
        try (var smoke = new SmokeRun(stack, console, Clock.systemUTC(), new SecureRandom())) {
            return smoke.run();
        }
    }
}
