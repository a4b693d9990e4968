package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The operating system's resolver with a time limit.
 *
 * <p>The system call cannot be cancelled and would pin a virtual thread to its carrier, so it runs on a few platform
 * threads. Callers that ask for one name share one lookup: a name that hangs holds one thread, however many wait for it.
 */
public final class SystemLookup implements HostLookup, AutoCloseable {
    private static final int THREADS = 64;
    private static final int IDLE_SECONDS = 30;

    private final Duration timeout;
    private final HostLookup system;
    private final ThreadPoolExecutor threads;
    private final ConcurrentMap<String, CompletableFuture<InetAddress[]>> running = new ConcurrentHashMap<>();

    public SystemLookup(Duration timeout) {
        this(timeout, InetAddress::getAllByName);
    }

    SystemLookup(Duration timeout, HostLookup system) {
        this.timeout = timeout;
        this.system = system;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("dns-", 0).factory());
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public InetAddress[] lookup(String host) throws UnknownHostException {
        try {
            return shared(host).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unknown("the lookup took longer than " + timeout, e);
        } catch (ExecutionException e) {
            throw unknown("the lookup failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("the lookup was interrupted", e);
        }
    }

    private CompletableFuture<InetAddress[]> shared(String host) {
        CompletableFuture<InetAddress[]> fresh = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> earlier = running.putIfAbsent(host, fresh);
        if (earlier != null) {
            return earlier;
        }
        threads.execute(() -> ask(host, fresh));
        return fresh;
    }

    private void ask(String host, CompletableFuture<InetAddress[]> answer) {
        try {
            answer.complete(system.lookup(host));
        } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            running.remove(host, answer);
        }
    }

    private static UnknownHostException unknown(String message, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
