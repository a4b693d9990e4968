package io.igregulator.webhooks.embedded;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics so that the very next send succeeds. */
public final class KafkaTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private KafkaTopics() {}

    /** Creates those that are missing and returns when each partition's leader answers (see KAFKA-15591). */
    public static void create(String bootstrapServers, NewTopic... topics) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            createMissing(admin, List.of(topics));
            List<String> names = Arrays.stream(topics).map(NewTopic::name).toList();
            awaitLeaders(admin, awaitDescriptions(admin, names));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Topics could not be created on " + bootstrapServers + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics.", e);
        }
    }

    private static void createMissing(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
            try {
                get(created);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    // The broker learns of a topic after the controller has confirmed it.
    private static Collection<TopicDescription> awaitDescriptions(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return get(admin.describeTopics(names).allTopicNames()).values();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    // Offsets are answered by the leader itself, and the admin client asks again until there is one.
    private static void awaitLeaders(Admin admin, Collection<TopicDescription> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> ends = topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        get(admin.listOffsets(ends).all());
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
