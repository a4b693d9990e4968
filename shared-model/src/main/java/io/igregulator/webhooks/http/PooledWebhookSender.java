package io.igregulator.webhooks.http;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends over pooled keep-alive connections, each request under one hard deadline. */
public final class PooledWebhookSender implements WebhookSender {
    private static final Logger LOG = LoggerFactory.getLogger(PooledWebhookSender.class);

    /** How much longer than its content a body may be on the wire. */
    private static final int WRAPPED = 2;

    private final HttpProperties properties;
    private final UrlProperties urls;
    private final Deadlines deadlines;
    private final CloseableHttpClient client;
    private volatile boolean closed;

    /**
     * @param urls says whether plain http may be sent; checked here again, since a row may be older than the setting
     * @param tls which certificates to trust
     */
    public PooledWebhookSender(
            HttpProperties properties, UrlProperties urls, VettingResolver resolver, SSLContext tls) {
        this.properties = properties;
        this.urls = urls;
        this.deadlines = new Deadlines(properties.exchangeTimeout());
        this.client = new HttpClientFactory(properties).client(resolver, tls);
    }

    @Override
    public Exchange send(WebhookRequest request) {
        long start = System.nanoTime();
        try {
            return dialable(request.uri())
                    ? post(request, start)
                    : new Unanswered(ExchangeError.INVALID_URL, since(start));
        } catch (RuntimeException e) {
            return new Unanswered(reason(e), since(start));
        }
    }

    private Exchange post(WebhookRequest request, long start) {
        HttpPost post = post(request);
        try (Deadline deadline = deadlines.start(post)) {
            try {
                Exchange exchange = exchange(post, start);
                return deadline.expired() ? new Unanswered(ExchangeError.TIMEOUT, exchange.latency()) : exchange;
            } catch (IOException | RuntimeException e) {
                return new Unanswered(deadline.expired() ? ExchangeError.TIMEOUT : reason(e), since(start));
            }
        }
    }

    private ExchangeError reason(Exception failure) {
        boolean stopping = closed || Thread.currentThread().isInterrupted();
        ExchangeError reason = stopping ? ExchangeError.INTERRUPTED : FailureReason.of(failure);
        if (reason == ExchangeError.INTERNAL_ERROR) {
            LOG.error("sending failed unexpectedly", failure);
        }
        return reason;
    }

    private Exchange exchange(HttpPost post, long start) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        var response = (CloseableHttpResponse) client.executeOpen(null, post, context);
        try {
            @Nullable String excerpt = excerpt(response.getEntity(), context.getEndpointDetails());
            return new Answered(response.getCode(), since(start), excerpt, retryAfter(response));
        } finally {
            // Does nothing after a body read to its end, whose connection is back in the pool. Closing gracefully would
            // first read what is left of an endless one.
            response.close(CloseMode.IMMEDIATE);
        }
    }

    private @Nullable String excerpt(@Nullable HttpEntity entity, EndpointDetails connection) {
        long limit = properties.maxResponseBytes().toBytes();
        BodyExcerpt excerpt =
                new BodyExcerpt(Math.toIntExact(properties.keptResponseBytes().toBytes()), limit);
        if (entity != null) {
            try {
                excerpt.read(new WireLimit(entity.getContent(), connection::getReceivedBytesCount, WRAPPED * limit));
            } catch (IOException e) {
                LOG.debug("a response body broke off after its status", e);
            }
        }
        return excerpt.text();
    }

    private static @Nullable String retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        return header == null ? null : header.getValue();
    }

    private HttpPost post(WebhookRequest request) {
        HttpPost post = new HttpPost(request.uri());
        request.headers().forEach(header -> post.addHeader(header.name(), header.value()));
        post.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_JSON.withCharset((Charset) null)));
        return post;
    }

    private boolean dialable(URI uri) {
        return uri.getHost() != null && uri.getRawUserInfo() == null && urls.permitsScheme(uri.getScheme());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
        deadlines.close();
    }
}
