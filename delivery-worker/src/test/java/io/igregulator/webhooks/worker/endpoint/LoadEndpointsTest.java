package io.igregulator.webhooks.worker.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.http.Destination;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadEndpointsTest {
    private static final Destination DESTINATION =
            Destination.of(new AccountId(new UUID(0, 1)), URI.create("https://receiver.example/"));

    private static final int MANY = 200;

    private final List<Integer> queries = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        firstAnswer.countDown();
        threads.close();
    }

    @Test
    void callersThatWaitedForAQueryAreServedByTheNextOne() {
        LoadEndpoints endpoints = new LoadEndpoints(ids -> {
            queries.add(ids.size());
            awaitFirst();
            return found(ids);
        });
        CompletableFuture<@Nullable EndpointSnapshot> first = load(endpoints, Deliveries.endpoint());
        await().until(() -> queries.size() == 1);
        List<CompletableFuture<@Nullable EndpointSnapshot>> others = IntStream.range(0, MANY)
                .mapToObj(i -> load(endpoints, Deliveries.endpoint()))
                .toList();
        await().until(() -> endpoints.waiting() == MANY);
        firstAnswer.countDown();
        assertThat(first.join()).isNotNull();
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isNotNull());
        assertThat(queries).containsExactly(1, MANY);
    }

    @Test
    void anUnknownEndpointIsNull() {
        assertThat(new LoadEndpoints(ids -> Map.of()).load(Deliveries.endpoint()))
                .isNull();
    }

    @Test
    void aFailedQueryFailsItsOwnCallersAndNoLaterOnes() {
        RuntimeException failure = new IllegalStateException("away");
        LoadEndpoints endpoints = new LoadEndpoints(ids -> {
            queries.add(ids.size());
            if (queries.size() == 1) {
                throw failure;
            }
            return found(ids);
        });
        EndpointId endpoint = Deliveries.endpoint();
        assertThatThrownBy(() -> endpoints.load(endpoint)).isSameAs(failure);
        assertThat(endpoints.load(endpoint)).isNotNull();
    }

    private CompletableFuture<@Nullable EndpointSnapshot> load(LoadEndpoints endpoints, EndpointId id) {
        return CompletableFuture.supplyAsync(() -> endpoints.load(id), threads);
    }

    private void awaitFirst() {
        try {
            firstAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<EndpointId, Supplier<EndpointSnapshot>> found(Collection<EndpointId> ids) {
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> () -> new EndpointSnapshot(id, DESTINATION, true, 1, List.of())));
    }
}
