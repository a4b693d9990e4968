package io.igregulator.webhooks.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops what an earlier run left behind when it was killed: last started first. */
public final class StopLeftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private StopLeftovers() {}

    public static void of(DataFolder folder, Console console) {
        var records = new ProcessRecords(folder);
        List<ProcessHandle> left = records.leftBehind();
        if (!left.isEmpty()) {
            console.say("Stopping " + left.size() + " processes that an earlier run left behind.");
            left.reversed().forEach(StopLeftovers::stop);
        }
        records.clear();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new LocalFailure("Process " + process.pid() + " of an earlier run does not end.");
            }
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
