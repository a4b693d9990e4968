package io.igregulator.webhooks.chaos;

import io.igregulator.webhooks.chaos.audit.Audit;
import io.igregulator.webhooks.chaos.audit.Evidence;
import io.igregulator.webhooks.chaos.cast.Cast;
import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.change.ApplyChanges;
import io.igregulator.webhooks.chaos.change.EndpointHistory;
import io.igregulator.webhooks.chaos.change.LiveEndpoint;
import io.igregulator.webhooks.chaos.fault.EndpointFault;
import io.igregulator.webhooks.chaos.fault.FaultSchedule;
import io.igregulator.webhooks.chaos.fault.InflictFaults;
import io.igregulator.webhooks.chaos.fault.ProcessFault;
import io.igregulator.webhooks.chaos.fault.Supervision;
import io.igregulator.webhooks.chaos.fault.Timeline;
import io.igregulator.webhooks.chaos.receive.Receivers;
import io.igregulator.webhooks.chaos.report.Outcome;
import io.igregulator.webhooks.chaos.report.Parked;
import io.igregulator.webhooks.chaos.report.Recovery;
import io.igregulator.webhooks.chaos.report.TimelineEntry;
import io.igregulator.webhooks.chaos.traffic.EventMix;
import io.igregulator.webhooks.chaos.traffic.PublishEvents;
import io.igregulator.webhooks.chaos.traffic.PublishedEvent;
import io.igregulator.webhooks.chaos.watch.AskReasons;
import io.igregulator.webhooks.chaos.watch.Progress;
import io.igregulator.webhooks.chaos.watch.ReadDatabase;
import io.igregulator.webhooks.chaos.watch.ReadOffsets;
import io.igregulator.webhooks.chaos.watch.Watch;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.LocalAccount;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.event.EventPublisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run on a started stack: publish and break, heal, wait for quiet, audit. */
final class ChaosRun implements AutoCloseable {
    static final int WORKERS = 2;

    /** Events, each to several endpoints. */
    private static final int BURST = 400;

    private static final Duration FAULTS_END_WITHIN = Duration.ofMinutes(3);

    private final ChaosOptions options;
    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final Cast cast;
    private final Receivers receivers;
    private final EventPublisher publisher;
    private final Supervision supervision;
    private final Timeline timeline = new Timeline();
    private final PublishEvents publishing;
    private final InflictFaults faults;
    private final ReadDatabase database;
    private final Watch watch;
    private final List<String> unfinished = new ArrayList<>();

    ChaosRun(ChaosOptions options, Stack stack, Console console, InstantSource clock) {
        this.options = options;
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.cast = Cast.of(options.endpoints(), new Random(options.seed()));
        this.receivers = new Receivers(stack.ports().receiver(), clock);
        this.publisher = new EventPublisher(stack.bootstrapServers());
        this.supervision = new Supervision(stack, WORKERS);
        this.publishing = new PublishEvents(publisher, new EventMix(clock, new Random()), clock);
        this.faults = new InflictFaults(supervision, timeline, () -> publishing.burst(BURST), clock);
        this.database = new ReadDatabase(stack.jdbcUrl());
        this.watch = new Watch(
                new ReadOffsets(stack.bootstrapServers(), clock),
                database,
                new Progress(publishing::count, () -> receivers.log().accepted(), faults::begun),
                console);
    }

    Outcome run(String commit) {
        long begun = System.nanoTime();
        var operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
        List<LocalAccount> accounts = SetUp.accounts(cast, operator);
        List<LiveEndpoint> endpoints = SetUp.endpoints(cast, accounts, stack, receivers, clock);
        supervision.begin();
        watch.begin();
        var published = publishAndBreak(endpoints);
        recover();
        console.say("Asking why events were not sent.");
        var reasons =
                new AskReasons(operator, accounts.stream().map(LocalAccount::id).toList()).of(published);
        var evidence = evidence(published, endpoints, reasons);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var healthy = healthy(evidence);
        return new Outcome(
                Audit.of(evidence),
                Recovery.of(evidence, healthy),
                Parked.of(watch.waiting(), healthy),
                faultCounts(evidence),
                changeCounts(),
                TimelineEntry.of(evidence),
                supervision.ownExits(),
                took,
                options.seed(),
                commit);
    }

    private List<FaultSchedule.Scheduled> schedule() {
        return FaultSchedule.of(new Random(options.seed()), options.faults(), options.endpoints(), options.window());
    }

    private List<PublishedEvent> publishAndBreak(List<LiveEndpoint> endpoints) {
        try (var changes = new ApplyChanges(endpoints)) {
            for (FaultSchedule.Scheduled scheduled : schedule()) {
                switch (scheduled.fault()) {
                    case ProcessFault fault -> faults.schedule(scheduled.at(), fault);
                    case EndpointFault fault -> changes.schedule(scheduled.at(), fault);
                }
            }
            var published = publishing.over(options.window(), options.events(), FAULTS_END_WITHIN);
            if (!Await.until(() -> faults.finished() && changes.finished(), FAULTS_END_WITHIN)) {
                unfinished.add("the faults themselves");
            }
            return published;
        }
    }

    private void recover() {
        console.say("Faults are over; receivers are healthy from here on.");
        receivers.heal();
        supervision
                .awaitAllReady(options.patience())
                .forEach(part -> unfinished.add(part + " did not become ready again"));
        if (!watch.awaitQuiet(options.patience())) {
            unfinished.add(watch.leftOver());
        }
    }

    private Evidence evidence(
            List<PublishedEvent> published,
            List<LiveEndpoint> endpoints,
            Map<EventId, Map<EndpointId, String>> reasons) {
        return new Evidence(
                published,
                endpoints.stream().map(LiveEndpoint::history).toList(),
                receivers.log().arrivals(),
                receivers.log().strays(),
                timeline.disturbances(),
                watch.offsets(),
                database.deliveries(),
                database.attempts(),
                database.counted(),
                reasons,
                unfinished,
                new Evidence.RepeatBound(WorkerSettings.mostRepeated(options.endpoints()), WORKERS + 1),
                options.grace());
    }

    /** Those that answered well all the time and were not changed. */
    private Set<EndpointId> healthy(Evidence evidence) {
        var healthy = new HashSet<String>();
        cast.members().stream()
                .filter(member -> member.temper() == Temper.HEALTHY)
                .forEach(member -> healthy.add(member.name()));
        var ids = new HashSet<EndpointId>();
        for (EndpointHistory endpoint : evidence.endpoints()) {
            if (endpoint.changes().isEmpty() && healthy.contains(endpoint.name())) {
                ids.add(endpoint.id());
            }
        }
        return ids;
    }

    private static SortedMap<String, Integer> faultCounts(Evidence evidence) {
        var counts = new TreeMap<String, Integer>();
        evidence.disturbances().forEach(fault -> counts.merge(fault.kind().label(), 1, Integer::sum));
        return counts;
    }

    private SortedMap<String, Integer> changeCounts() {
        var counts = new TreeMap<String, Integer>();
        for (FaultSchedule.Scheduled scheduled : schedule()) {
            if (scheduled.fault() instanceof EndpointFault fault) {
                counts.merge(fault.label(), 1, Integer::sum);
            }
        }
        return counts;
    }

    @Override
    public void close() {
        faults.close();
        supervision.close();
        watch.close();
        publisher.close();
        receivers.close();
    }
}
