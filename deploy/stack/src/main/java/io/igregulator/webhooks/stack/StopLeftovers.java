package io.igregulator.webhooks.stack;

import java.time.Duration;
import java.util.List;

/** Stops what an earlier run left behind when it was killed: last started first. */
public final class StopLeftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private StopLeftovers() {}

    public static void of(DataFolder folder, Console console) {
        var records = new ProcessRecords(folder);
        List<ProcessHandle> left = records.leftBehind();
        if (!left.isEmpty()) {
            console.say("Stopping what an earlier run left behind: " + left.size()
                    + (left.size() == 1 ? " process." : " processes."));
            left.reversed().forEach(StopLeftovers::stop);
        }
        records.clear();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ended(process)) {
            process.destroyForcibly();
            if (!ended(process)) {
                throw new CommandFailure("Process " + process.pid() + " of an earlier run does not end.");
            }
        }
    }

    private static boolean ended(ProcessHandle process) {
        return Await.until(() -> !ProcessRecord.runs(process), PATIENCE, PAUSE);
    }
}
