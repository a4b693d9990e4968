package io.igregulator.webhooks.local;

import io.igregulator.webhooks.local.smoke.SmokeRun;
import io.igregulator.webhooks.local.stack.Console;
import io.igregulator.webhooks.local.stack.DataFolder;
import io.igregulator.webhooks.local.stack.FolderTree;
import io.igregulator.webhooks.local.stack.Jars;
import io.igregulator.webhooks.local.stack.LocalFailure;
import io.igregulator.webhooks.local.stack.Stack;
import io.igregulator.webhooks.local.stack.StackPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** Runs the platform on a folder of its own for one smoke run; the folder stays only if the run failed. */
final class SmokeCommand {
    /** The refused delivery's retry comes at once instead of after half a minute. */
    private static final Map<String, Object> QUICK_RETRIES = Map.of();

    private final Options options;
    private final Console console;
    private final Shutdown shutdown;

    SmokeCommand(Options options, Console console) {
        this.options = options;
        this.console = console;
        this.shutdown = new Shutdown(console);
    }

    int run() {
        var jars = Jars.in(Project.folder());
        var path = temporaryFolder();
        boolean passed = false;
        try {
            passed = run(jars, path);
            return passed ? 0 : 1;
        } finally {
            shutdown.run();
            leave(path, passed);
        }
    }

    private boolean run(Jars jars, Path path) {
        var folder = DataFolder.open(path);
        shutdown.add(folder);
        LauncherLog.writeTo(folder);
        console.say("Smoke run in " + path + ".");
        var stack = new Stack(new StackPlan(jars, folder, options.ports(), options.workers(), QUICK_RETRIES), console);
        shutdown.add(stack);
        var running = stack.start();
        try (var smoke = new SmokeRun(running, stack.failure(), console, Clock.systemUTC(), new SecureRandom())) {
            return smoke.run();
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("webhooks-smoke-");
        } catch (IOException e) {
            throw new LocalFailure("No temporary folder can be made.", e);
        }
    }

    private void leave(Path path, boolean passed) {
        if (!passed) {
            console.say("Its data and logs are kept in " + path + ".");
            return;
        }
        try {
            FolderTree.delete(path);
        } catch (IOException e) {
            throw new LocalFailure("Cannot delete " + path + ".", e);
        }
    }
}
