package io.igregulator.webhooks.benchmark.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Raw: Apache HttpClient with its blocking API on virtual threads, pooled, each request under one deadline. It is pinned:
 * what the platform's own exchange does or stops doing does not move it.
 */
final class ApachePeer implements RawSender {
    private static final int MOST_BODY_BYTES = 64 * 1024;

    /** Most receivers answer with a word or two. */
    private static final int CHUNK = 128;

    private final ApacheDeadlines deadlines = new ApacheDeadlines(ApacheClient.EXCHANGE_TIMEOUT);
    private final CloseableHttpClient client;

    ApachePeer(SSLContext tls) {
        this.client = ApacheClient.create(tls);
    }

    @Override
    public Post prepare(RawRequest request) {
        return () -> accepted(request);
    }

    private boolean accepted(RawRequest request) {
        HttpPost post = post(request);
        try (var _ = deadlines.start(post)) {
            var response = (CloseableHttpResponse) client.executeOpen(null, post, HttpClientContext.create());
            try {
                drain(response.getEntity());
                return response.getCode() == 200;
            } finally {
                // Does nothing after a body read to its end, whose connection is back in the pool.
                response.close(CloseMode.IMMEDIATE);
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static HttpPost post(RawRequest request) {
        var post = new HttpPost(request.uri());
        request.headers().forEach(post::addHeader);
        post.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_JSON.withCharset((Charset) null)));
        return post;
    }

    private static void drain(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return;
        }
        InputStream body = entity.getContent();
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        for (int total = 0; read >= 0 && total < MOST_BODY_BYTES; total += read) {
            read = body.read(chunk);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        deadlines.close();
    }
}
