package io.igregulator.webhooks.benchmark.raw;

import io.igregulator.webhooks.http.TlsContexts;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslManagerBundle;
import tools.jackson.databind.json.JsonMapper;

/** The raw client's process: reads a plan as one line of JSON, answers with the result as another. */
public final class RawClientMain {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RawClientMain() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var plan = JSON.readValue(in.readLine(), RawPlan.class);
        try (var sender = sender(plan)) {
            System.out.println(JSON.writeValueAsString(new RawClient(plan, sender).run()));
        }
        System.exit(0);
    }

    private static RawSender sender(RawPlan plan) throws IOException, GeneralSecurityException {
        SSLContext tls = TlsContexts.create(trust(plan), plan.nativeTls());
        return switch (plan.client()) {
            case APACHE -> new ApachePeer(tls);
            case OWN -> new BareExchange(tls);
        };
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
