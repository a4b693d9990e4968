package io.igregulator.webhooks.url;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.LookupPlaces.Place;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's resolver with a time limit.
 *
 * <p>The system call cannot be cancelled and would pin a virtual thread to its carrier, so it runs on platform threads.
 * Callers that ask for one name share one lookup: a name that hangs holds one thread, however many wait for it. No
 * account's and no domain's names hold more threads than {@link LookupPlaces} grants, and a name that was not answered
 * in time is not asked for again at once.
 */
public final class SystemLookup implements HostLookup, AutoCloseable {
    private final Duration timeout;
    private final HostLookup system;
    private final LookupPlaces places;
    private final TimedOutNames timedOut;

    /** As many threads as there are places. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("dns-", 0).factory());

    private final ConcurrentMap<String, CompletableFuture<InetAddress[]>> running = new ConcurrentHashMap<>();

    public SystemLookup(Duration timeout, DnsProperties properties) {
        this(timeout, properties, SystemLookup::absolute);
    }

    /**
     * The dot at the end keeps search domains from completing a name, so that it leads to one host in all networks. The
     * hosts file has no such names; localhost is found in it, and nowhere else.
     */
    private static InetAddress[] absolute(String host) throws UnknownHostException {
        return InetAddress.getAllByName(HostName.isLocalhost(host) ? host : host + ".");
    }

    SystemLookup(Duration timeout, DnsProperties properties, HostLookup system) {
        this.timeout = timeout;
        this.system = system;
        this.places = new LookupPlaces(properties);
        this.timedOut = new TimedOutNames(properties.rememberTimeouts());
    }

    @Override
    public InetAddress[] lookup(String host) throws UnknownHostException {
        return find(host, null);
    }

    @Override
    public InetAddress[] lookup(String host, AccountId account) throws UnknownHostException {
        return find(host, account);
    }

    private InetAddress[] find(String host, @Nullable AccountId account) throws UnknownHostException {
        if (timedOut.holds(host)) {
            throw new UnknownHostException("a lookup a moment ago took longer than " + timeout);
        }
        try {
            return shared(host, account).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            timedOut.add(host);
            throw unknown("the lookup took longer than " + timeout, e);
        } catch (ExecutionException e) {
            throw unknown("the lookup failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown("the lookup was interrupted", e);
        }
    }

    /** The place comes first: a caller never waits for a lookup that has to wait for another account's share. */
    private CompletableFuture<InetAddress[]> shared(String host, @Nullable AccountId account)
            throws LookupShortageException, InterruptedException {
        @Nullable CompletableFuture<InetAddress[]> earlier = running.get(host);
        return earlier == null ? begin(host, places.take(host, account)) : earlier;
    }

    private CompletableFuture<InetAddress[]> begin(String host, Place place) {
        CompletableFuture<InetAddress[]> fresh = new CompletableFuture<>();
        @Nullable CompletableFuture<InetAddress[]> earlier = running.putIfAbsent(host, fresh);
        if (earlier != null) {
            places.giveBack(place);
            return earlier;
        }
        try {
            threads.execute(() -> ask(host, place, fresh));
        } catch (RejectedExecutionException e) {
            end(host, place, fresh);
            fresh.completeExceptionally(e);
        }
        return fresh;
    }

    private void ask(String host, Place place, CompletableFuture<InetAddress[]> answer) {
        try {
            InetAddress[] found = system.lookup(host);
            timedOut.remove(host);
            answer.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            end(host, place, answer);
        }
    }

    private void end(String host, Place place, CompletableFuture<InetAddress[]> answer) {
        running.remove(host, answer);
        places.giveBack(place);
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
