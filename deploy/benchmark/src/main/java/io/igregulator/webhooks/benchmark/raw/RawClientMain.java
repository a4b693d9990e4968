package io.igregulator.webhooks.benchmark.raw;

import io.igregulator.webhooks.http.HttpProperties;
import io.igregulator.webhooks.http.PooledWebhookSender;
import io.igregulator.webhooks.http.TlsContexts;
import io.igregulator.webhooks.url.SystemLookup;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.VettingResolver;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The raw client's process: reads a plan as one line of JSON, answers with the result as another. */
public final class RawClientMain {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RawClientMain() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var plan = JSON.readValue(in.readLine(), RawPlan.class);
        var urls = new UrlProperties(true, List.of("127.0.0.0/8"), Duration.ofSeconds(5));
        var resolver = new VettingResolver(new SystemLookup(urls.dnsTimeout()), urls.addressPolicy());
        var tls = TlsContexts.create(trust(plan), plan.nativeTls());
        try (var sender = new PooledWebhookSender(http(), urls, resolver, tls)) {
            System.out.println(JSON.writeValueAsString(new RawClient(plan, sender).run()));
        }
        System.exit(0);
    }

    /** The services' own defaults. */
    private static HttpProperties http() {
        return new HttpProperties(
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                DataSize.ofKilobytes(64),
                DataSize.ofKilobytes(4),
                2500,
                500,
                Duration.ofSeconds(30),
                "iGregulator-Webhooks/1",
                "",
                false);
    }

    private static SslManagerBundle trust(RawPlan plan) throws IOException, GeneralSecurityException {
        if (plan.truststore().isEmpty()) {
            return TlsContexts.trustedByTheJvm();
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var pem = new FileInputStream(plan.truststore().get())) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        return TlsContexts.trusting(trusted);
    }
}
