package io.igregulator.webhooks.local;

import io.igregulator.webhooks.local.demo.Demonstration;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Jars;
import io.igregulator.webhooks.stack.LauncherLog;
import io.igregulator.webhooks.stack.Project;
import io.igregulator.webhooks.stack.Shutdown;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.StackPlan;
import io.igregulator.webhooks.stack.StopLeftovers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** Runs the platform until Ctrl-C, or until a part of it dies. */
final class RunCommand {
    private final Options options;
    private final Console console;
    private final Shutdown shutdown;

    RunCommand(Options options, Console console, Shutdown shutdown) {
        this.options = options;
        this.console = console;
        this.shutdown = shutdown;
    }

    int run() {
        Path project = Project.folder();
        var jars = Jars.in(project);
        var folder = DataFolder.open(options.data().orElse(project.resolve(".local")));
        shutdown.add(folder);
        prepare(folder);
        throw failureOf(new StackPlan(jars, folder, options.ports(), options.workers(), Map.of()));
    }

    private void prepare(DataFolder folder) {
        StopLeftovers.of(folder, console);
        if (options.fresh()) {
            console.say("Wiping " + folder.path() + ".");
            folder.wipe();
        }
        LauncherLog.writeTo(folder);
    }

    // Returns on a failure only: Ctrl-C ends the program from the shutdown hook.
    private CommandFailure failureOf(StackPlan plan) {
        console.say("Starting in " + plan.folder().path() + ", logs in "
                + plan.folder().logs() + ".");
        var stack = new Stack(plan, console);
        shutdown.add(stack);
        stack.start();
        var demonstration = new Demonstration(stack, plan.folder(), console, Clock.systemUTC(), new SecureRandom());
        shutdown.add(demonstration);
        present(stack, demonstration, plan.folder());
        return stack.failure().join();
    }

    private void present(Stack stack, Demonstration demonstration, DataFolder folder) {
        if (options.demo()) {
            demonstration.setUp();
        } else {
            demonstration.setUpEmpty();
        }
        var account = demonstration.accounts().getFirst();
        shutdown.add(ShellVariables.write(folder.file(ShellVariables.NAME), stack, account));
        options.info().ifPresent(file -> shutdown.add(InfoFile.write(file, stack, demonstration.accounts())));
        new Welcome(stack, demonstration, folder).lines().forEach(console::say);
        if (options.demo()) {
            demonstration.play(options.rate());
        }
    }
}
