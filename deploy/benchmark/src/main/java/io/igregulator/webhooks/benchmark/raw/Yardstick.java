package io.igregulator.webhooks.benchmark.raw;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the machine gives for the requests that a scenario makes, with nothing around them.
 *
 * @param raw Apache HttpClient, measured before the scenario
 * @param rawAfter the same immediately after it, where the machine's drift matters
 * @param bareExchange the worker's own sender
 */
public record Yardstick(RawResult raw, @Nullable RawResult rawAfter, RawResult bareExchange) {

    public Yardstick after(RawResult again) {
        return new Yardstick(raw, again, bareExchange);
    }

    /** Of raw, the mean of what was measured around the scenario. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double rawPostsPerSecond() {
        return rawAfter == null ? raw.postsPerSecond() : (raw.postsPerSecond() + rawAfter.postsPerSecond()) / 2;
    }

    /** Of raw, client and receiver per POST, the mean of what was measured around the scenario. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double rawCpuMicros() {
        return rawAfter == null ? raw.cpuMicros() : (raw.cpuMicros() + rawAfter.cpuMicros()) / 2;
    }
}
