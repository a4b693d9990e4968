package io.igregulator.webhooks.worker.endpoint;

import io.igregulator.webhooks.id.EndpointId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads endpoints one query at a time: a caller that finds one under way waits, and all that waited are served by the
 * next. So a load of its own costs nothing extra, and a thousand at once take a few queries and one connection.
 */
final class LoadEndpoints {
    private static final int MOST_AT_ONCE = 500;

    private final Function<Collection<EndpointId>, Map<EndpointId, Supplier<EndpointSnapshot>>> reader;
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final ReentrantLock loading = new ReentrantLock();

    LoadEndpoints(Function<Collection<EndpointId>, Map<EndpointId, Supplier<EndpointSnapshot>>> reader) {
        this.reader = reader;
    }

    /** What was asked for; touched under the lock only. */
    private static final class Request {
        private final EndpointId id;
        private boolean answered;
        private @Nullable Supplier<EndpointSnapshot> found;
        private @Nullable RuntimeException failure;

        Request(EndpointId id) {
            this.id = id;
        }
    }

    /** Blocks until PostgreSQL has answered; null for an endpoint that does not exist. */
    @Nullable
    EndpointSnapshot load(EndpointId id) {
        Request mine = new Request(id);
        requests.add(mine);
        loading.lock();
        try {
            while (!mine.answered) {
                answerSome();
            }
        } finally {
            loading.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.found == null ? null : mine.found.get();
    }

    /** Endpoints asked for that no query has been begun for. */
    int waiting() {
        return requests.size();
    }

    private void answerSome() {
        List<Request> taken = new ArrayList<>();
        while (taken.size() < MOST_AT_ONCE && requests.peek() != null) {
            taken.add(requests.remove());
        }
        try {
            Map<EndpointId, Supplier<EndpointSnapshot>> found =
                    reader.apply(taken.stream().map(request -> request.id).toList());
            taken.forEach(request -> request.found = found.get(request.id));
        } catch (RuntimeException e) {
            taken.forEach(request -> request.failure = e);
        } catch (Error e) {
            // Callers that wait must not wait for ever.
            taken.forEach(request -> request.failure = new IllegalStateException("endpoints cannot be loaded", e));
        }
        taken.forEach(request -> request.answered = true);
    }
}
