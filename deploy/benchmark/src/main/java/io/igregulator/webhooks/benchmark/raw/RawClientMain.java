package io.igregulator.webhooks.benchmark.raw;

import io.igregulator.webhooks.http.HttpProperties;
import io.igregulator.webhooks.http.PooledWebhookSender;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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
        try (var sender = new PooledWebhookSender(http(), urls, resolver, trust(plan))) {
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
                "");
    }

    private static SSLContext trust(RawPlan plan) throws IOException, GeneralSecurityException {
        if (plan.truststore().isEmpty()) {
            return SSLContext.getDefault();
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var pem = new FileInputStream(plan.truststore().get())) {
            trusted.setCertificateEntry(
                    "receiver", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
