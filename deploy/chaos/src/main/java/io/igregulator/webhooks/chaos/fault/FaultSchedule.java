package io.igregulator.webhooks.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What happens when: the same for the same random numbers, and spread so that every kind has its turn before one comes
 * again.
 */
public final class FaultSchedule {
    /** Nothing before deliveries flow, and time for the last fault to show. */
    private static final double FIRST = 0.05;

    private static final double LAST = 0.95;
    private static final int BASE_WORKERS = 2;

    /** An endpoint signs with five secrets at most; a lost answer may have made one more. */
    private static final int ROTATIONS_EACH = 2;

    private static final int MOVES_EACH = 3;

    private final RandomGenerator random;
    private final Duration window;
    private final List<Scheduled> scheduled = new ArrayList<>();

    private FaultSchedule(RandomGenerator random, Duration window) {
        this.random = random;
        this.window = window;
    }

    /** As many faults of processes, and as many changes of endpoints. */
    public static List<Scheduled> of(RandomGenerator random, int faults, int endpoints, Duration window) {
        var schedule = new FaultSchedule(random, window);
        schedule.breakProcesses(faults);
        schedule.changeEndpoints(faults, endpoints);
        schedule.scheduled.sort(Comparator.comparing(Scheduled::at));
        return List.copyOf(schedule.scheduled);
    }

    private void breakProcesses(int faults) {
        var deck = new Deck<>(List.of(ProcessFault.Kind.values()), random);
        for (int i = 0; i < faults; i++) {
            var kind = deck.next();
            add(i, faults, new ProcessFault(kind, random.nextInt(BASE_WORKERS), lasts(kind)));
        }
    }

    private Duration lasts(ProcessFault.Kind kind) {
        return switch (kind) {
            case WORKER_KILLED, WORKER_KILLED_IN_BURST, WORKER_STOPPED -> between(1_000, 8_000);
            // Longer than a worker's Kafka session.
            case WORKER_FROZEN -> between(8_000, 12_000);
            case WORKER_ADDED -> between(8_000, 15_000);
            case API_KILLED -> between(500, 4_000);
            case BROKER_KILLED, BROKER_RESTARTED, POSTGRES_KILLED, POSTGRES_RESTARTED -> between(200, 4_000);
            // Until there is a new primary.
            case POSTGRES_FAILED_OVER -> between(2_000, 8_000);
        };
    }

    private void changeEndpoints(int changes, int endpoints) {
        var kinds = new Deck<>(
                List.of(
                        EndpointFault.Kind.SECRET_ROTATED,
                        EndpointFault.Kind.URL_CHANGED,
                        EndpointFault.Kind.PAUSED,
                        EndpointFault.Kind.PAUSED,
                        EndpointFault.Kind.RETIRED,
                        EndpointFault.Kind.SECRET_ROTATED,
                        EndpointFault.Kind.URL_CHANGED,
                        EndpointFault.Kind.DELETED),
                random);
        var left = new ArrayList<>(IntStream.range(0, endpoints).boxed().toList());
        var done = new HashMap<EndpointFault, Integer>();
        for (int i = 0; i < changes; i++) {
            var kind = kinds.next();
            // Enough have to stay for the run to mean something.
            if (kind.endsDeliveries() && left.size() <= endpoints * 2 / 3) {
                kind = EndpointFault.Kind.PAUSED;
            }
            var endpoint = left.get(random.nextInt(left.size()));
            if (kind.endsDeliveries()) {
                left.removeIf(endpoint::equals);
            }
            add(i, changes, new EndpointFault(kindAllowed(kind, endpoint, done), endpoint, between(2_000, 10_000)));
        }
    }

    private static EndpointFault.Kind kindAllowed(
            EndpointFault.Kind kind, int endpoint, Map<EndpointFault, Integer> done) {
        int times = done.merge(new EndpointFault(kind, endpoint, Duration.ZERO), 1, Integer::sum);
        boolean tooMany = (kind == EndpointFault.Kind.SECRET_ROTATED && times > ROTATIONS_EACH)
                || (kind == EndpointFault.Kind.URL_CHANGED && times > MOVES_EACH);
        return tooMany ? EndpointFault.Kind.PAUSED : kind;
    }

    /** The time is divided into equal shares, one a fault. */
    private void add(int number, int of, Fault fault) {
        double share = (LAST - FIRST) / of;
        double at = FIRST + share * (number + random.nextDouble());
        scheduled.add(new Scheduled(Duration.ofMillis((long) (at * window.toMillis())), fault));
    }

    private Duration between(int leastMillis, int mostMillis) {
        return Duration.ofMillis(random.nextInt(leastMillis, mostMillis));
    }

    /**
     * A fault and its instant.
     *
     * @param at counted from when publishing begins
     */
    public record Scheduled(Duration at, Fault fault) {}
}
