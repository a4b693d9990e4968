package io.igregulator.webhooks.benchmark.raw;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a client reached with nothing around it.
 *
 * @param warmUpSeconds until what a request costs had stopped falling, or as long as was allowed
 * @param failed requests that got no 200
 * @param clientCpuMicros of the client's process, per request
 * @param receiverCpuMicros of the receiver's process, per request
 * @param allocatedBytes per request, in the client
 */
public record RawResult(
        int concurrency,
        int warmUpSeconds,
        double postsPerSecond,
        long failed,
        double clientCpuMicros,
        double receiverCpuMicros,
        double allocatedBytes) {

    /** Of both processes: what is compared with a delivery's. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public double cpuMicros() {
        return clientCpuMicros + receiverCpuMicros;
    }
}
