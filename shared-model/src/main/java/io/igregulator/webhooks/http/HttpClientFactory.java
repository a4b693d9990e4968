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
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Builds the HTTP client with everything switched off that would do more than one plain POST. */
final class HttpClientFactory {
    private static final int MAX_HEADER_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 100;

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
                // Verifies host names during the JSSE handshake.
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setMaxConnTotal(properties.maxConnections())
                .setMaxConnPerRoute(properties.maxConnectionsPerRoute())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_HEADER_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(connection())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(properties.exchangeTimeout()))
                        .setTcpNoDelay(true)
                        .build())
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
