package io.igregulator.webhooks.chaos.isolation;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.change.LiveEndpoint;
import io.igregulator.webhooks.chaos.latency.MeasureArrivals;
import io.igregulator.webhooks.chaos.latency.Percentiles;
import io.igregulator.webhooks.chaos.trial.Trial;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures the same load at the same endpoints three times: among themselves, with one more in ten that hangs, and with
 * hundreds of another account that hang.
 */
public final class IsolationRun implements AutoCloseable {
    private static final int HANGING_ONE_IN = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Console console;
    private final Trial trial;
    private final MeasureArrivals arrivals;
    private final Set<EndpointId> healthy = new HashSet<>();

    public IsolationRun(Stack stack, Console console, InstantSource clock) {
        this.console = console;
        this.trial = new Trial(stack, clock);
        this.arrivals = new MeasureArrivals(trial.publisher(), trial.receivers().log(), clock, PATIENCE);
    }

    /**
     * @param events in each of the three parts, over {@code window} each
     * @param ofOneAccount endpoints of another account that hang
     */
    public Isolation run(int endpoints, int events, Duration window, int ofOneAccount) {
        var owner = trial.owner("Subscriber");
        int hanging = Math.max(1, endpoints / HANGING_ONE_IN);
        create(endpoints - hanging, Temper.HEALTHY, owner)
                .forEach(endpoint -> healthy.add(endpoint.history().id()));
        console.say("Warming up, unmeasured.");
        deliver(events / 2, window.dividedBy(2));
        console.say(healthy.size() + " endpoints, none of them hangs.");
        var alone = deliver(events, window);
        create(hanging, Temper.HANGING, owner);
        console.say("The same " + healthy.size() + ", and " + hanging + " that hang.");
        var beside = deliver(events, window);
        create(ofOneAccount, Temper.HANGING, trial.owner("Subscriber"));
        console.say("The same " + healthy.size() + ", and " + ofOneAccount + " of another account that hang.");
        var besideAccount = deliver(events, window);
        long wanted = (long) events * healthy.size();
        return new Isolation(
                alone, beside, besideAccount, 3 * wanted - alone.count() - beside.count() - besideAccount.count());
    }

    private List<LiveEndpoint> create(int count, Temper temper, WebhooksClient owner) {
        return trial.create(temper.toString(), count, _ -> temper, owner);
    }

    private Percentiles deliver(int events, Duration window) {
        return Percentiles.of(arrivals.of(events, window, healthy));
    }

    @Override
    public void close() {
        trial.close();
    }
}
