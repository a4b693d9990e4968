package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.chaos.ChaosOptions.Mode;
import io.igregulator.webhooks.chaos.burst.BurstRun;
import io.igregulator.webhooks.chaos.isolation.IsolationRun;
import io.igregulator.webhooks.chaos.report.Outcome;
import io.igregulator.webhooks.chaos.report.OutcomeJson;
import io.igregulator.webhooks.chaos.restore.RestoreRun;
import io.igregulator.webhooks.chaos.resume.ResumeRun;
import io.igregulator.webhooks.chaos.scale.ScaleRun;
import io.igregulator.webhooks.chaos.strain.SilentDns;
import io.igregulator.webhooks.chaos.strain.StrainRun;
import io.igregulator.webhooks.chaos.trial.Judgement;
import io.igregulator.webhooks.chaos.upgrade.UpgradeRun;
import io.igregulator.webhooks.stack.AotCache;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Jars;
import io.igregulator.webhooks.stack.LauncherLog;
import io.igregulator.webhooks.stack.PortWishes;
import io.igregulator.webhooks.stack.Project;
import io.igregulator.webhooks.stack.Shutdown;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.StackPlan;
import io.igregulator.webhooks.stack.TemporaryFolder;
import io.igregulator.webhooks.stack.command.Commit;
import io.igregulator.webhooks.stack.command.Help;
import io.igregulator.webhooks.stack.command.Program;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Breaks a platform of its own and audits what it delivered: {@code deploy/chaos/run}. */
public final class Chaos {
    private static final int FAILED = 1;

    private Chaos() {}

    public static void main(String[] arguments) {
        System.exit(Program.run("run", (console, shutdown) -> {
            var options = OptionParser.parse(arguments);
            return options.help() ? Help.show(Chaos.class, console) : run(options, console, shutdown);
        }));
    }

    private static int run(ChaosOptions options, Console console, Shutdown shutdown) {
        var jars = Jars.in(options.from().orElseGet(Project::folder));
        var temporary = TemporaryFolder.create("chaos", console);
        shutdown.add(temporary);
        var folder = DataFolder.open(temporary.path());
        shutdown.add(folder);
        LauncherLog.writeTo(folder);
        var stack = new Stack(plan(options, jars, folder), console);
        shutdown.add(stack);
        int workers = switch (options.mode()) {
            case FAULTS, ISOLATION, RESTORE, UPGRADE, SCALE -> ChaosRun.WORKERS;
            case BURST -> options.workers();
            case STRAIN, RESUME -> 1;
        };
        console.say("Starting workers (" + workers + ") and all they need in " + folder.path() + ".");
        stack.start(workers);
        Judgement judgement = switch (options.mode()) {
            case FAULTS -> breakAndAudit(options, stack, console, shutdown);
            case ISOLATION -> isolate(options, stack, console, shutdown);
            case BURST -> burst(options, stack, console, shutdown);
            case STRAIN -> strain(options, stack, console, shutdown);
            case RESTORE -> restore(options, stack, console, shutdown);
            case UPGRADE -> upgrade(options, jars, stack, console, shutdown);
            case RESUME -> resume(options, stack, console, shutdown);
            case SCALE -> scale(options, stack, console, shutdown);
        };
        judgement.show(console);
        if (judgement instanceof Outcome outcome) {
            options.json().ifPresent(file -> OutcomeJson.write(outcome, file));
        }
        if (judgement.passed() && !options.keep()) {
            temporary.forget();
        }
        return judgement.passed() ? 0 : FAILED;
    }

    private static Map<String, Object> settings(ChaosOptions options) {
        // The other runs measure the services as they are delivered, the contract's timeout included.
        return options.mode() == Mode.FAULTS || options.mode() == Mode.RESTORE
                ? WorkerSettings.lasting(options.window().plus(options.patience()))
                : Map.of();
    }

    private static StackPlan plan(ChaosOptions options, Jars jars, DataFolder folder) {
        if (options.mode() != Mode.STRAIN) {
            return new StackPlan(jars, folder, PortWishes.ANY, mostWorkers(options.mode()), settings(options));
        }
        List<String> jvm = SilentDns.install(folder.file("silent-dns"));
        return new StackPlan(jars, folder, PortWishes.ANY, 1, settings(options), jvm, AotCache.USED);
    }

    private static int mostWorkers(Mode mode) {
        return switch (mode) {
            // Two more than an upgrade starts: their ports are for a second API.
            case UPGRADE -> ChaosRun.WORKERS + 2;
            case SCALE -> ScaleRun.WORKERS;
            default -> ChaosRun.WORKERS + 1;
        };
    }

    private static Judgement strain(ChaosOptions options, Stack stack, Console console, Shutdown shutdown) {
        var run = new StrainRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(options.window());
    }

    private static Judgement upgrade(ChaosOptions options, Jars from, Stack stack, Console console, Shutdown shutdown) {
        var to = Jars.in(options.to().orElseGet(Project::folder));
        var run = new UpgradeRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(from, to, options.endpoints(), options.events(), options.window());
    }

    private static Judgement restore(ChaosOptions options, Stack stack, Console console, Shutdown shutdown) {
        var run = new RestoreRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(options.endpoints(), options.events());
    }

    private static Judgement resume(ChaosOptions options, Stack stack, Console console, Shutdown shutdown) {
        var run = new ResumeRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(options.events());
    }

    private static Judgement scale(ChaosOptions options, Stack stack, Console console, Shutdown shutdown) {
        var run = new ScaleRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(options.endpoints(), options.events(), options.window());
    }

    private static Judgement isolate(ChaosOptions options, Stack stack, Console console, Shutdown shutdown) {
        var run = new IsolationRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(options.endpoints(), options.events(), options.window(), options.hanging());
    }

    private static Judgement burst(ChaosOptions options, Stack stack, Console console, Shutdown shutdown) {
        var run = new BurstRun(stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(
                options.workers(),
                options.endpoints(),
                options.events(),
                options.killAfter(),
                WorkerSettings.mostRepeated(options.endpoints()));
    }

    private static Judgement breakAndAudit(ChaosOptions options, Stack stack, Console console, Shutdown shutdown) {
        var run = new ChaosRun(options, stack, console, Clock.systemUTC());
        shutdown.add(run);
        return run.run(Commit.of(Project.folder()));
    }
}
