package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.chaos.ChaosOptions.Mode;
import io.igregulator.webhooks.chaos.burst.BurstRun;
import io.igregulator.webhooks.chaos.isolation.IsolationRun;
import io.igregulator.webhooks.chaos.report.OutcomeJson;
import io.igregulator.webhooks.chaos.report.OutcomeTable;
import io.igregulator.webhooks.chaos.strain.SilentDns;
import io.igregulator.webhooks.chaos.strain.StrainRun;
import io.igregulator.webhooks.embedded.StartFailedException;
import io.igregulator.webhooks.local.LauncherLog;
import io.igregulator.webhooks.local.Project;
import io.igregulator.webhooks.local.Shutdown;
import io.igregulator.webhooks.local.TemporaryFolder;
import io.igregulator.webhooks.local.command.Commit;
import io.igregulator.webhooks.local.command.Help;
import io.igregulator.webhooks.local.stack.AotCache;
import io.igregulator.webhooks.local.stack.BreakableStack;
import io.igregulator.webhooks.local.stack.Console;
import io.igregulator.webhooks.local.stack.DataFolder;
import io.igregulator.webhooks.local.stack.Jars;
import io.igregulator.webhooks.local.stack.LocalFailure;
import io.igregulator.webhooks.local.stack.PortWishes;
import io.igregulator.webhooks.local.stack.StackPlan;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Breaks a platform of its own and audits what it delivered: {@code deploy/chaos/run}. */
public final class Chaos {
    private static final int FAILED = 1;

    private Chaos() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        var console = new Console(System.out);
        var shutdown = new Shutdown(console);
        try {
            var options = OptionParser.parse(arguments);
            return options.help() ? Help.show(Chaos.class, console) : run(options, console, shutdown);
        } catch (LocalFailure | StartFailedException e) {
            if (!shutdown.begun()) {
                System.err.println("run: " + e.getMessage());
            }
            return FAILED;
        } finally {
            shutdown.run();
        }
    }

    private static int run(ChaosOptions options, Console console, Shutdown shutdown) {
        var jars = Jars.in(Project.folder());
        var temporary = TemporaryFolder.create("chaos", console);
        shutdown.add(temporary);
        var folder = DataFolder.open(temporary.path());
        shutdown.add(folder);
        LauncherLog.writeTo(folder);
        var stack = new BreakableStack(plan(options, jars, folder));
        shutdown.add(stack);
        int workers = switch (options.mode()) {
            case FAULTS, ISOLATION -> ChaosRun.WORKERS;
            case BURST -> options.workers();
            case STRAIN -> 1;
        };
        console.say("Starting workers (" + workers + ") and all they need in " + folder.path() + ".");
        stack.start(workers);
        boolean passed = switch (options.mode()) {
            case FAULTS -> passes(options, stack, console, shutdown);
            case ISOLATION -> isolates(options, stack, console, shutdown);
            case BURST -> bounded(options, stack, console, shutdown);
            case STRAIN -> bears(options, stack, console, shutdown);
        };
        if (passed && !options.keep()) {
            temporary.forget();
        }
        return passed ? 0 : FAILED;
    }

    private static Map<String, Object> settings(ChaosOptions options) {
        // All but the fault run measures the services as they are delivered, the contract's timeout included.
        return options.mode() == Mode.FAULTS
                ? WorkerSettings.lasting(options.window().plus(options.patience()))
                : Map.of();
    }

    private static StackPlan plan(ChaosOptions options, Jars jars, DataFolder folder) {
        if (options.mode() != Mode.STRAIN) {
            return new StackPlan(jars, folder, PortWishes.ANY, ChaosRun.WORKERS + 1, settings(options));
        }
        List<String> jvm = SilentDns.install(folder.file("silent-dns"));
        return new StackPlan(jars, folder, PortWishes.ANY, 1, settings(options), jvm, AotCache.USED);
    }

    private static boolean bears(ChaosOptions options, BreakableStack stack, Console console, Shutdown shutdown) {
        var run = new StrainRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        var strain = run.run(options.window());
        strain.show(console);
        return strain.passed();
    }

    private static boolean isolates(ChaosOptions options, BreakableStack stack, Console console, Shutdown shutdown) {
        var run = new IsolationRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        var isolation = run.run(options.endpoints(), options.events(), options.window(), options.hanging());
        isolation.show(console);
        return isolation.passed();
    }

    private static boolean bounded(ChaosOptions options, BreakableStack stack, Console console, Shutdown shutdown) {
        var run = new BurstRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        var burst = run.run(
                options.workers(),
                options.endpoints(),
                options.events(),
                options.killAfter(),
                WorkerSettings.mostRepeated(options.endpoints()));
        burst.show(console);
        return burst.passed();
    }

    private static boolean passes(ChaosOptions options, BreakableStack stack, Console console, Shutdown shutdown) {
        var run = new ChaosRun(options, stack, console, Clock.systemUTC());
        shutdown.add(run);
        var outcome = run.run(Commit.of(Project.folder()));
        new OutcomeTable(console).show(outcome);
        options.json().ifPresent(file -> OutcomeJson.write(outcome, file));
        return outcome.passed();
    }
}
