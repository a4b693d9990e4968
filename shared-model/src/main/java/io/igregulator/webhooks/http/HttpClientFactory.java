package io.igregulator.webhooks.http;

import io.igregulator.webhooks.url.VettingResolver;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the HTTP client with everything switched off that would do more than one plain POST. */
final class HttpClientFactory {
    private static final int MAX_HEADER_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 100;

    /** Twice a connection, for the whole of its life; a request that fits goes out in one piece. */
    private static final int BUFFER = 4 * 1024;

    private final HttpProperties properties;

    HttpClientFactory(HttpProperties properties) {
        this.properties = properties;
    }

    CloseableHttpClient client(VettingResolver resolver, SSLContext tls) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(resolver, tls))
                .setRequestExecutor(new StaleConnectionDetector())
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), "resend-on-stale", new ResendOnStaleConnection())
                .setDefaultRequestConfig(request())
                .setUserAgent(properties.userAgent())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.of(properties.idleConnectionTimeout()))
                .build();
    }

    private PoolingHttpClientConnectionManager connections(VettingResolver resolver, SSLContext tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(tls(tls))
                // The only settled one with a limit in total; under its single lock it kept pace with LAX (23 k POST/s
                // on
                // two cores, 200 senders, 20 routes), as long as connections are not closed under it.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setOffLockDisposalEnabled(true)
                .setMaxConnTotal(properties.maxConnections())
                .setMaxConnPerRoute(properties.maxConnectionsPerRoute())
                .setConnectionFactory(http1())
                .setDefaultConnectionConfig(connection())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(properties.exchangeTimeout()))
                        .setTcpNoDelay(true)
                        .build())
                .build();
    }

    /** Host names are verified during the handshake, by the trust manager. */
    private static TlsSocketStrategy tls(SSLContext context) {
        return new DefaultClientTlsStrategy(
                context,
                null,
                CipherSuites.permitted(context),
                SSLBufferMode.STATIC,
                HostnameVerificationPolicy.BUILTIN,
                null);
    }

    private static ManagedHttpClientConnectionFactory http1() {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(MAX_HEADER_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .setBufferSize(BUFFER)
                .build();
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(limits)
                // The client's own default also skips what is no status line and would wait for one until the deadline.
                .responseParserFactory(ignored -> new InterimResponseLimit(limits))
                .build();
    }

    private ConnectionConfig connection() {
        return ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                // The check costs a millisecond: not for connections in steady use, ResendOnStaleConnection covers
                // those.
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setIdleTimeout(Timeout.of(properties.idleConnectionTimeout()))
                .build();
    }

    private RequestConfig request() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(properties.connectTimeout()))
                .setResponseTimeout(Timeout.of(properties.exchangeTimeout()))
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .build();
    }
}
