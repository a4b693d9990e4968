package io.igregulator.webhooks.benchmark.scenario;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of the folder {@code scenarios}, over the defaults that stand in {@code defaults.json} there.
 *
 * @param title one line for people
 * @param groups endpoints are dealt out to so many groups; each event goes to one of them
 * @param routes ports of the receiver, as many hosts as the client sees
 * @param underWay for saturation: deliveries published and not yet arrived
 * @param rateShare of the maximum, for loads of the kind RATE
 * @param bursts how many of them are measured; of starts, how many times
 * @param burstEvents of each burst
 * @param warmUpBursts how many come before those
 * @param hangingPerMille of a thousand endpoints, those that never answer
 * @param failingPerMille of a thousand first attempts, those that get a 503
 * @param delayMillis how long each answer takes
 * @param throttled requests that each endpoint takes at once, answering 429 to more; 0 for as many as come
 * @param tls over HTTPS; endpoints answer at once then, with 200 or 503
 * @param cold whether the receiver ends the connection with each answer
 * @param waitingRows deliveries that wait for dead endpoints all the time
 * @param claimTimes whether PostgreSQL logs its statements, so that claims can be timed
 * @param liveHeap whether the worker's heap is collected and measured at both ends
 * @param concurrency of the raw client, and of calls to the API
 * @param rawWarmUpSeconds at most; a raw client is warm as soon as what a request costs has stopped falling
 * @param rawAgain whether raw is measured after the scenario too, since the machine's speed drifts
 * @param worker settings of the worker beyond its defaults
 * @param baseline the scenario this one is compared with
 */
public record Scenario(
        String name,
        String title,
        Kind kind,
        int endpoints,
        int groups,
        int routes,
        int bodyBytes,
        int warmUpSeconds,
        int seconds,
        int underWay,
        double rateShare,
        int bursts,
        int burstEvents,
        int warmUpBursts,
        int hangingPerMille,
        int failingPerMille,
        int delayMillis,
        int throttled,
        boolean tls,
        boolean cold,
        int waitingRows,
        boolean claimTimes,
        boolean liveHeap,
        int concurrency,
        int rawWarmUpSeconds,
        int rawSeconds,
        boolean rawAgain,
        Map<String, Object> worker,
        @Nullable String baseline) {
    public Scenario {
        worker = Map.copyOf(worker);
        if (endpoints < groups || groups < 1) {
            throw new IllegalArgumentException(name + ": every group needs an endpoint");
        }
        // The receiver's part for HTTPS cannot wait or count what is under way.
        if (tls && (hangingPerMille > 0 || delayMillis > 0 || throttled > 0)) {
            throw new IllegalArgumentException(name + ": over HTTPS endpoints answer at once");
        }
    }

    /** Deliveries of an event that goes to the group. */
    public int audience(int group) {
        return endpoints / groups + (group < endpoints % groups ? 1 : 0);
    }

    public double meanAudience() {
        return (double) endpoints / groups;
    }

    /** Spread over the groups evenly. */
    public boolean hangs(int endpoint) {
        return hangingPerMille > 0 && (endpoint / groups) % (1_000 / hangingPerMille) == 0;
    }

    /** The part of an endpoint's path that says how it answers. */
    public String conduct(int endpoint) {
        if (hangs(endpoint)) {
            return "h";
        }
        if (failingPerMille > 0) {
            return "f/" + failingPerMille;
        }
        if (throttled > 0) {
            return "t/" + throttled;
        }
        return delayMillis > 0 ? "s/" + delayMillis : "d";
    }

    /** Whether it is about deliveries. */
    public boolean delivers() {
        return kind != Kind.API && kind != Kind.START;
    }
}
