package io.igregulator.webhooks.http;

import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** What is offered to receivers. */
final class CipherSuites {
    /** Without encryption, authentication or a key of any use, in case the JVM's policy was loosened. */
    private static final Pattern WEAK = Pattern.compile("_(NULL|anon|EXPORT|RC2|RC4|DES|DES40|3DES)_");

    private CipherSuites() {}

    /**
     * Those of the context that the JVM's own policy ({@code jdk.tls.disabledAlgorithms}) lets through, for both TLS
     * implementations: BoringSSL would still offer to exchange keys by RSA, without forward secrecy.
     */
    static String[] permitted(SSLContext context) {
        Set<String> policy = Set.of(ofTheJdk().getDefaultSSLParameters().getCipherSuites());
        return Stream.of(context.getDefaultSSLParameters().getCipherSuites())
                .filter(policy::contains)
                .filter(suite -> !WEAK.matcher(suite).find())
                .toArray(String[]::new);
    }

    private static SSLContext ofTheJdk() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
