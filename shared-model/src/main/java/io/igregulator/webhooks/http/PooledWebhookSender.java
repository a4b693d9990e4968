package io.igregulator.webhooks.http;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.url.PortPolicy;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends over kept connections, each request under one hard deadline. It speaks as much HTTP/1.1 as a webhook needs, to
 * receivers that are not trusted: it follows no redirect, stores no cookie, asks for no compression and uses no proxy.
 */
public final class PooledWebhookSender implements WebhookSender {
    private static final Logger LOG = LoggerFactory.getLogger(PooledWebhookSender.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final UrlProperties urls;
    private final PortPolicy ports;
    private final Connector connector;
    private final ConnectionPool pool;
    private final ConnectionFigures figures;
    private final RequestWriter writer;
    private final int keptBody;
    private final long maxBody;
    private final Deadlines deadlines;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());
    private volatile boolean closed;

    /**
     * @param urls says whether plain http may be sent, and to which ports; checked here again, since a row may be older
     *     than the setting
     * @param tls which certificates to trust
     */
    public PooledWebhookSender(
            HttpProperties properties, UrlProperties urls, VettingResolver resolver, SSLContext tls) {
        this.urls = urls;
        this.ports = urls.portPolicy();
        this.connector = new Connector(resolver, tls, properties.connectTimeout());
        this.pool = new ConnectionPool(
                properties.maxConnections(),
                properties.maxConnectionsPerRoute(),
                properties.connectTimeout(),
                properties.idleConnectionTimeout());
        this.figures = new ConnectionFigures(pool::used);
        this.writer = new RequestWriter(properties.userAgent());
        this.keptBody = Math.toIntExact(properties.keptResponseBytes().toBytes());
        this.maxBody = properties.maxResponseBytes().toBytes();
        this.deadlines = new Deadlines(properties.exchangeTimeout());
        long between = BETWEEN_LOOKS.toNanos();
        var _ = looks.scheduleWithFixedDelay(this::look, between, between, TimeUnit.NANOSECONDS);
    }

    public ConnectionFigures figures() {
        return figures;
    }

    private void look() {
        long now = System.nanoTime();
        deadlines.expirePassed(now);
        pool.closeIdle(now);
    }

    @Override
    public Exchange send(WebhookRequest request) {
        long start = System.nanoTime();
        @Nullable Route route = request.destination().route();
        if (route == null || !urls.permitsScheme(route.scheme()) || !ports.permits(route.port())) {
            return new Unanswered(ExchangeError.INVALID_URL, since(start));
        }
        try (Deadline deadline = deadlines.start(start)) {
            try {
                Exchange exchange = answered(exchange(request, route), start);
                return deadline.expired() ? new Unanswered(ExchangeError.TIMEOUT, exchange.latency()) : exchange;
            } catch (IOException | InterruptedException | RuntimeException e) {
                return new Unanswered(deadline.expired() ? ExchangeError.TIMEOUT : reason(e), since(start));
            }
        }
    }

    private static Exchange answered(Response response, long start) {
        return new Answered(response.status(), since(start), response.excerpt(), response.retryAfter());
    }

    private ExchangeError reason(Exception failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        boolean stopping = closed || Thread.currentThread().isInterrupted();
        ExchangeError reason = stopping ? ExchangeError.INTERRUPTED : FailureReason.of(failure);
        if (reason == ExchangeError.INTERNAL_ERROR) {
            LOG.error("sending failed unexpectedly", failure);
        }
        return reason;
    }

    /** On a kept connection if there is one, and once more on a new one if that turns out to be closed. */
    private Response exchange(WebhookRequest request, Route route) throws IOException, InterruptedException {
        @Nullable Connection kept = takeQuiet(route);
        if (kept == null) {
            return exchange(request, connect(route));
        }
        figures.reused(route);
        try {
            return exchange(request, kept);
        } catch (StaleConnectionException e) {
            LOG.debug("sending again on a new connection", e);
            return exchange(request, connectInstead(route));
        }
    }

    private Response exchange(WebhookRequest request, Connection connection) throws IOException {
        boolean keep = false;
        try {
            Response response = connection.exchange(request, writer, keptBody, maxBody);
            keep = response.reusable();
            return response;
        } finally {
            if (keep) {
                pool.keep(connection, System.nanoTime());
            } else {
                discard(connection);
            }
        }
    }

    /**
     * Null for a place to open a connection in. A kept connection is closed if its receiver has closed it or has written to
     * it without being asked.
     */
    private @Nullable Connection takeQuiet(Route route) throws IOException, InterruptedException {
        @Nullable Connection kept = pool.take(route);
        while (kept != null && !kept.quiet()) {
            discard(kept);
            kept = pool.take(route);
        }
        return kept;
    }

    /** In the place of a kept connection, if there is another: it is likely to be as dead as the last. */
    private Connection connectInstead(Route route) throws IOException, InterruptedException {
        @Nullable Connection kept = pool.take(route);
        if (kept != null) {
            kept.close();
        }
        return connect(route);
    }

    /** Needs a place. */
    private Connection connect(Route route) throws IOException {
        boolean connected = false;
        try {
            Connection connection = connector.connect(route);
            connected = true;
            figures.opened(route);
            return connection;
        } finally {
            if (!connected) {
                pool.giveBack(route);
            }
        }
    }

    private void discard(Connection connection) {
        connection.close();
        pool.giveBack(connection.route());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        closed = true;
        looks.shutdownNow();
        pool.close();
        deadlines.abortAll();
    }
}
