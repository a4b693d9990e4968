package io.igregulator.webhooks.chaos.scale;

import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.topic.ConsumerGroups;
import io.igregulator.webhooks.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka who owns which partition. */
final class ReadOwners implements AutoCloseable {
    private static final List<String> GROUPS = List.of(ConsumerGroups.FANOUT, ConsumerGroups.DISPATCH);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A cooperative rebalance has two rounds; between them the group may look settled. */
    private static final Duration UNCHANGED_FOR = Duration.ofSeconds(3);

    private final Admin admin;

    ReadOwners(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Returns the owners as soon as each partition has one, they satisfy the condition, and they stay as they are. */
    Owners settled(Predicate<Owners> condition) {
        var last = new AtomicReference<Optional<Owners>>(Optional.empty());
        var since = new AtomicReference<>(System.nanoTime());
        boolean settled = Await.until(
                () -> {
                    var now = read().filter(condition);
                    if (now.isEmpty() || !now.equals(last.getAndSet(now))) {
                        since.set(System.nanoTime());
                        return false;
                    }
                    return System.nanoTime() - since.get() >= UNCHANGED_FOR.toNanos();
                },
                PATIENCE);
        return last.get()
                .filter(_ -> settled)
                .orElseThrow(() -> new CommandFailure("The consumer groups did not settle within " + PATIENCE + "."));
    }

    private Optional<Owners> read() {
        try {
            var members = new HashMap<TopicPartition, String>();
            for (var group : admin.describeConsumerGroups(GROUPS).all().get().values()) {
                if (group.groupState() != GroupState.STABLE) {
                    return Optional.empty();
                }
                group.members()
                        .forEach(member -> member.assignment()
                                .topicPartitions()
                                .forEach(partition -> members.put(partition, member.consumerId())));
            }
            return members.size() == partitions() ? Optional.of(new Owners(members)) : Optional.empty();
        } catch (ExecutionException e) {
            throw new CommandFailure("Cannot read the consumer groups: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private int partitions() throws ExecutionException, InterruptedException {
        var topics = Stream.concat(Topics.DOMAIN.stream(), Stream.of(Topics.DELIVERIES))
                .toList();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
