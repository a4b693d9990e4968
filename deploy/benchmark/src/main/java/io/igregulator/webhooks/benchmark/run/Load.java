package io.igregulator.webhooks.benchmark.run;

/** Warms the platform up, then loads it while its counters are read at both ends. */
sealed interface Load permits Saturate, AtRate, Bursts {
    Loaded run();
}
