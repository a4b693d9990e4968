package io.igregulator.webhooks.benchmark.measure;

import io.igregulator.webhooks.benchmark.receive.Arrivals;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.traffic.Published;
import java.util.HashSet;
import java.util.stream.IntStream;

/** How many arrived when, and how long after their event was to be published. */
public final class Timing {
    private static final double NANOS_A_MILLI = 1e6;

    private final Scenario scenario;
    private final Published published;
    private final Arrivals arrivals;

    public Timing(Scenario scenario, Published published, Arrivals arrivals) {
        this.scenario = scenario;
        this.published = published;
        this.arrivals = arrivals;
    }

    /** Accepted in the window. */
    public long count(Window window) {
        return accepted().filter(i -> window.contains(arrivals.at()[i])).count();
    }

    /** Milliseconds from event to first arrival at endpoints that answer, of all events published in the window. */
    public Distribution latencies(Window window) {
        var seen = new HashSet<Long>();
        return Distribution.of(IntStream.range(0, arrivals.count())
                .filter(i -> !scenario.hangs(arrivals.endpoint()[i]))
                .filter(i -> window.contains(published.intended(arrivals.event()[i])))
                .filter(i -> seen.add(arrivals.delivery()[i]))
                .mapToDouble(i -> (arrivals.at()[i] - published.intended(arrivals.event()[i])) / NANOS_A_MILLI)
                .toArray());
    }

    /** Accepted in each second from the first arrival on. */
    public long[] perSecond() {
        long first = accepted().mapToLong(i -> arrivals.at()[i]).min().orElse(0);
        long last = accepted().mapToLong(i -> arrivals.at()[i]).max().orElse(0);
        var counts = new long[(int) ((last - first) / 1_000_000_000L) + 1];
        accepted().forEach(i -> counts[(int) ((arrivals.at()[i] - first) / 1_000_000_000L)]++);
        return counts;
    }

    /** When the last of the events' deliveries arrived; 0 if none did. */
    public long lastArrival(int firstEvent, int lastEvent) {
        return accepted()
                .filter(i -> arrivals.event()[i] >= firstEvent && arrivals.event()[i] <= lastEvent)
                .mapToLong(i -> arrivals.at()[i])
                .max()
                .orElse(0);
    }

    private IntStream accepted() {
        return IntStream.range(0, arrivals.count()).filter(arrivals::accepted);
    }
}
