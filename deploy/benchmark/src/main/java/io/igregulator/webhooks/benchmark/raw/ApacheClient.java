package io.igregulator.webhooks.benchmark.raw;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.ssl.TlsCiphers;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The pinned client's settings: those that the worker had when it sent with this client, and all earlier reports with it.
 * Everything that would do more than one plain POST is off.
 */
final class ApacheClient {
    static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(15);

    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(5);
    private static final TimeValue IDLE = TimeValue.ofSeconds(30);
    private static final int MAX_CONNECTIONS = 2500;
    private static final int MAX_CONNECTIONS_PER_ROUTE = 500;
    private static final int MAX_HEADER_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final int BUFFER = 4 * 1024;

    private ApacheClient() {}

    static CloseableHttpClient create(SSLContext tls) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(tls))
                .setDefaultRequestConfig(request())
                .setUserAgent("iGregulator-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(SSLContext tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls(tls))
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setOffLockDisposalEnabled(true)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS_PER_ROUTE)
                .setConnectionFactory(http1())
                .setDefaultConnectionConfig(connection())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(EXCHANGE_TIMEOUT))
                        .setTcpNoDelay(true)
                        .build())
                .build();
    }

    private static TlsSocketStrategy tls(SSLContext context) {
        String[] suites =
                TlsCiphers.excludeWeak(context.getDefaultSSLParameters().getCipherSuites());
        return new DefaultClientTlsStrategy(
                context, null, suites, SSLBufferMode.STATIC, HostnameVerificationPolicy.BUILTIN, null);
    }

    private static ManagedHttpClientConnectionFactory http1() {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(MAX_HEADER_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .setBufferSize(BUFFER)
                .build();
        return ManagedHttpClientConnectionFactory.builder()
                .http1Config(limits)
                .responseParserFactory(ignored -> new DefaultHttpResponseParser(limits))
                .build();
    }

    private static ConnectionConfig connection() {
        return ConnectionConfig.custom()
                .setConnectTimeout(CONNECT_TIMEOUT)
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setIdleTimeout(Timeout.of(IDLE.toDuration()))
                .build();
    }

    private static RequestConfig request() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT_TIMEOUT)
                .setResponseTimeout(Timeout.of(EXCHANGE_TIMEOUT))
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .build();
    }
}
