package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the counters at both ends of what is measured, and has the worker recorded in between if that is wanted. */
final class Snapshots {
    private final Platform platform;
    private final Optional<Path> recording;
    private final boolean liveHeap;

    /**
     * @param recording the file that takes a flight recording
     * @param liveHeap whether the worker is to collect its garbage first, so that what it holds can be measured
     */
    Snapshots(Platform platform, Optional<Path> recording, boolean liveHeap) {
        this.platform = platform;
        this.recording = recording;
        this.liveHeap = liveHeap;
    }

    Snapshot before() {
        if (recording.isPresent()) {
            jcmd("JFR.start", "name=measured", "settings=profile");
        }
        return now();
    }

    Snapshot after() {
        var after = now();
        recording.ifPresent(file -> jcmd("JFR.stop", "name=measured", "filename=" + file.toAbsolutePath()));
        return after;
    }

    private Snapshot now() {
        if (liveHeap) {
            jcmd("GC.run");
        }
        return Snapshot.of(platform);
    }

    private void jcmd(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(platform.worker().pid())));
        command.addAll(List.of(arguments));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new CommandFailure("jcmd cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
