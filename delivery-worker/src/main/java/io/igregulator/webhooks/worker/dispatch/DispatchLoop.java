package io.igregulator.webhooks.worker.dispatch;

import io.igregulator.webhooks.event.Body;
import io.igregulator.webhooks.loop.SupervisedLoop;
import io.igregulator.webhooks.topic.Topics;
import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.kafka.ClientMeters;
import io.igregulator.webhooks.worker.kafka.GroupMeters;
import io.igregulator.webhooks.worker.lane.Lanes;
import io.igregulator.webhooks.worker.outcome.OutcomeBuffer;
import io.igregulator.webhooks.worker.shard.ShardListener;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer of {@code webhook.deliveries}: one thread that polls, hands records to the lanes, and commits what has been
 * recorded. It never waits for a request, nor for PostgreSQL.
 */
public final class DispatchLoop implements SupervisedLoop.Body {
    private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);

    private final Supplier<Consumer<byte[], Body>> consumers;
    private final DispatchProperties properties;
    private final Lanes lanes;
    private final SkipRecorded lookUp;
    private final OutcomeBuffer outcomes;
    private final UndecodableDeliveries undecodable;
    private final ShardListener shardListener;
    private final GroupMeters meters;
    private final ClientMeters clients;
    private final InstantSource clock;
    private final Pulse pulse;
    private final OwnedPartitions owned = new OwnedPartitions();
    private final Completions completions = new Completions();
    private final DecodeDeliveries decode;

    DispatchLoop(
            Supplier<Consumer<byte[], Body>> consumers,
            DecodeDeliveries decode,
            DispatchProperties properties,
            Lanes lanes,
            SkipRecorded lookUp,
            OutcomeBuffer outcomes,
            UndecodableDeliveries undecodable,
            ShardListener shardListener,
            GroupMeters meters,
            ClientMeters clients,
            InstantSource clock) {
        this.consumers = consumers;
        this.decode = decode;
        this.properties = properties;
        this.lanes = lanes;
        this.lookUp = lookUp;
        this.outcomes = outcomes;
        this.undecodable = undecodable;
        this.shardListener = shardListener;
        this.meters = meters;
        this.clients = clients;
        this.clock = clock;
        this.pulse = new Pulse(clock, properties.pulse());
        meters.partitions("assigned", () -> owned.shards().size());
        meters.partitions("paused", owned::paused);
    }

    /** The shards whose waiting deliveries are this worker's: those of the partitions it owns. */
    public Set<Integer> shards() {
        return owned.shards();
    }

    /** How many partitions, and so shards, there are in all; 0 before the first assignment. */
    public int partitions() {
        return owned.partitionCount();
    }

    /**
     * Deliveries of a partition that are not done; empty where another worker owns it.
     *
     * @param end the offset of its next record
     */
    public OptionalLong deliveriesBehind(int partition, long end) {
        return owned.behind(partition, end);
    }

    @Override
    public void run(SupervisedLoop.Signal signal) {
        BackPressure backPressure = new BackPressure(properties, lanes, outcomes, lookUp);
        CommitSchedule commits = new CommitSchedule(properties, clock);
        HeldRecords held = new HeldRecords();
        ProgressWatch progress = new ProgressWatch(properties.noProgressAfter(), clock);
        try (Consumer<byte[], Body> consumer = consumers.get();
                var _ = clients.of(consumer)) {
            Rebalance rebalance = new Rebalance(consumer, owned, completions, shardListener, meters, properties, clock);
            consumer.subscribe(List.of(Topics.DELIVERIES), rebalance);
            try {
                while (signal.running()) {
                    round(consumer, held, backPressure, commits, progress);
                    signal.alive();
                }
                finish(consumer, held, commits);
            } finally {
                rebalance.endAll();
            }
        }
    }

    private void round(
            Consumer<byte[], Body> consumer,
            HeldRecords held,
            BackPressure backPressure,
            CommitSchedule commits,
            ProgressWatch progress) {
        int done = completions.apply();
        owned.paused(backPressure.apply(consumer, owned.all(), !held.isEmpty()));
        ConsumerRecords<byte[], Body> records = consumer.poll(properties.pollTimeout());
        pulse.beat();
        open(records, held);
        accept(held, backPressure);
        advance(consumer);
        commit(consumer, commits);
        if (done > 0 || !records.isEmpty()) {
            progress.progressed();
        }
        progress.check(consumer, owned.all(), outcomes.failing());
    }

    private void open(ConsumerRecords<byte[], Body> records, HeldRecords held) {
        for (ConsumerRecord<byte[], Body> record : records) {
            Assignment assignment = owned.of(record);
            assignment.tracker().opened(record.offset(), DecodeDeliveries.count(record));
            held.add(assignment, record);
        }
    }

    /** Hands on what there is room for; the rest waits for the next round, and nothing more is polled until then. */
    private void accept(HeldRecords held, BackPressure backPressure) {
        List<Delivery> suspects = new ArrayList<>();
        while (!held.isEmpty() && backPressure.room(suspects.size())) {
            HeldRecords.Held next = held.next();
            if (next != null) {
                accept(next.assignment(), next.record(), suspects);
            }
        }
        lookUp.submit(suspects);
    }

    private void accept(Assignment assignment, ConsumerRecord<byte[], Body> record, List<Delivery> suspects) {
        RecordTicket ticket = new RecordTicket(assignment, record.offset(), completions, pulse);
        try {
            List<Delivery> deliveries = decode.from(record, ticket);
            if (assignment.mayBeRepeat(record.offset()) || DecodeDeliveries.mayBeRepeat(record)) {
                suspects.addAll(deliveries);
            } else {
                deliveries.forEach(lanes::submit);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            assignment.tracker().openedAsOne(record.offset());
            undecodable.handle(record, String.valueOf(e.getMessage()), ticket);
        }
    }

    private void advance(Consumer<byte[], Body> consumer) {
        for (Assignment assignment : owned.all()) {
            assignment.tracker().advancedTo(consumer.position(assignment.partition()));
        }
    }

    private void commit(Consumer<byte[], Body> consumer, CommitSchedule commits) {
        List<Assignment> due = commits.due(owned.all());
        if (due.isEmpty()) {
            return;
        }
        consumer.commitAsync(OwnedPartitions.committable(due), (offsets, failure) -> {
            if (failure == null) {
                owned.committed(offsets);
            } else {
                log.warn("commit of {} partitions failed, a later one covers it: {}", due.size(), failure.toString());
            }
        });
    }

    /** A planned stop: take nothing new, let what is in flight end and be recorded, stay in the group until then. */
    private void finish(Consumer<byte[], Body> consumer, HeldRecords held, CommitSchedule commits) {
        Instant deadline = clock.instant().plus(properties.stopWait());
        lanes.close();
        while ((lanes.inFlight() > 0 || outcomes.unrecorded() > 0)
                && clock.instant().isBefore(deadline)) {
            consumer.pause(consumer.assignment());
            open(consumer.poll(properties.pollTimeout()), held);
            pulse.beat();
            completions.apply();
            commit(consumer, commits);
        }
        completions.apply();
        consumer.commitSync(OwnedPartitions.committable(owned.all()));
    }
}
