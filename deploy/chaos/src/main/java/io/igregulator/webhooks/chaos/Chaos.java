package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.chaos.isolation.IsolationRun;
import io.igregulator.webhooks.chaos.report.OutcomeJson;
import io.igregulator.webhooks.chaos.report.OutcomeTable;
import io.igregulator.webhooks.embedded.StartFailedException;
import io.igregulator.webhooks.local.LauncherLog;
import io.igregulator.webhooks.local.Project;
import io.igregulator.webhooks.local.Shutdown;
import io.igregulator.webhooks.local.TemporaryFolder;
import io.igregulator.webhooks.local.command.Commit;
import io.igregulator.webhooks.local.command.Help;
import io.igregulator.webhooks.local.stack.BreakableStack;
import io.igregulator.webhooks.local.stack.Console;
import io.igregulator.webhooks.local.stack.DataFolder;
import io.igregulator.webhooks.local.stack.Jars;
import io.igregulator.webhooks.local.stack.LocalFailure;
import io.igregulator.webhooks.local.stack.PortWishes;
import io.igregulator.webhooks.local.stack.StackPlan;
import java.time.Clock;
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
        var stack = new BreakableStack(
                new StackPlan(jars, folder, PortWishes.ANY, ChaosRun.WORKERS + 1, settings(options)));
        shutdown.add(stack);
        console.say("Starting two workers and all they need in " + folder.path() + ".");
        stack.start(ChaosRun.WORKERS);
        boolean passed = options.isolation()
                ? isolates(options, stack, console, shutdown)
                : passes(options, stack, console, shutdown);
        if (passed && !options.keep()) {
            temporary.forget();
        }
        return passed ? 0 : FAILED;
    }

    private static Map<String, Object> settings(ChaosOptions options) {
        // Isolation is measured as the services are delivered, the contract's timeout included.
        return options.isolation()
                ? Map.of()
                : WorkerSettings.lasting(options.window().plus(options.patience()));
    }

    private static boolean isolates(ChaosOptions options, BreakableStack stack, Console console, Shutdown shutdown) {
        var run = new IsolationRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        var isolation = run.run(options.endpoints(), options.events(), options.window());
        isolation.show(console);
        return isolation.passed();
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
