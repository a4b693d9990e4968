package io.igregulator.webhooks.benchmark.measure;

import io.igregulator.webhooks.benchmark.database.BenchmarkEndpoint;
import io.igregulator.webhooks.benchmark.receive.Arrivals;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.benchmark.traffic.Published;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Compares what arrived with what was published. */
public final class Verify {
    private final Scenario scenario;
    private final Published published;
    private final Arrivals arrivals;

    public Verify(Scenario scenario, Published published, Arrivals arrivals) {
        this.scenario = scenario;
        this.published = published;
        this.arrivals = arrivals;
    }

    /** Deliveries that will be accepted. */
    public static long expected(Scenario scenario, Published published) {
        int[] answering = new int[scenario.groups()];
        for (int i = 0; i < scenario.endpoints(); i++) {
            if (!scenario.hangs(i)) {
                answering[i % scenario.groups()]++;
            }
        }
        return IntStream.range(0, published.count())
                .mapToLong(event -> answering[published.group(event)])
                .sum();
    }

    public Verification against(List<BenchmarkEndpoint> endpoints, long recorded) {
        long accepted =
                IntStream.range(0, arrivals.count()).filter(arrivals::accepted).count();
        long[] ids = IntStream.range(0, arrivals.count())
                .filter(arrivals::accepted)
                .mapToLong(i -> arrivals.delivery()[i])
                .toArray();
        Arrays.sort(ids);
        long distinct = IntStream.range(0, ids.length)
                .filter(i -> i == 0 || ids[i] != ids[i - 1])
                .count();
        int wrong = (int) arrivals.samples().stream()
                .map(CheckSignature::new)
                .filter(check ->
                        !check.passes(endpoints.get(check.endpoint()).secret().reveal()))
                .count();
        return new Verification(
                expected(scenario, published),
                distinct,
                accepted - distinct,
                misdirected(),
                recorded,
                arrivals.samples().size(),
                wrong);
    }

    private long misdirected() {
        return IntStream.range(0, arrivals.count())
                .filter(i -> arrivals.event()[i] < 0
                        || arrivals.event()[i] >= published.count()
                        || arrivals.endpoint()[i] % scenario.groups() != published.group(arrivals.event()[i]))
                .count();
    }
}
