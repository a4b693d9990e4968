package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.database.Counters;
import io.igregulator.webhooks.benchmark.process.WorkerJvm;
import io.igregulator.webhooks.benchmark.receive.Clock;
import java.util.Map;

/** All counters at one moment. */
record Snapshot(long at, Map<String, Long> cpuMillis, Counters database, WorkerJvm worker) {

    static Snapshot of(Platform platform) {
        var worker = platform.metrics().read();
        var database = Counters.read(platform.database());
        return new Snapshot(Clock.nanos(), platform.processes().cpuMillis(), database, worker);
    }
}
