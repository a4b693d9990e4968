package io.igregulator.webhooks.benchmark.raw;

import java.time.Duration;

/** User and system time of one process so far. */
record ProcessorTime(ProcessHandle process) {
    long nanos() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
