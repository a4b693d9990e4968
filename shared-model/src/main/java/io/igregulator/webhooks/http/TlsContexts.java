package io.igregulator.webhooks.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslManagerBundle;

/**
 * Makes the TLS contexts for requests to receivers. With either implementation the JDK decides on certificates and
 * names.
 */
public final class TlsContexts {
    private static final String TLS = "TLS";

    /**
     * TLS 1.3 hands out two tickets per connection, each good for one more; for as many connections as the pool may
     * have.
     */
    private static final int SESSIONS = 5000;

    private TlsContexts() {}

    /** The authorities of the JVM's trust store, and no client certificate. */
    public static SslManagerBundle trustedByTheJvm() {
        return trusting(null);
    }

    /** The authorities of this store alone, and no client certificate. */
    public static SslManagerBundle trusting(@Nullable KeyStore authorities) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return SslManagerBundle.from(factory);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the trust store cannot be read", e);
        }
    }

    /** @param nativeTls whether BoringSSL speaks TLS, where it loads */
    public static SSLContext create(SslManagerBundle managers, boolean nativeTls) {
        return nativeTls
                ? NativeTls.provider()
                        .map(provider -> create(managers, provider))
                        .orElseGet(() -> managers.createSslContext(TLS))
                : managers.createSslContext(TLS);
    }

    private static SSLContext create(SslManagerBundle managers, Provider provider) {
        try {
            SSLContext context = SSLContext.getInstance(TLS, provider);
            context.init(managers.getKeyManagers(), JdkTrust.of(managers.getTrustManagers()), null);
            // It remembers ten otherwise, which a handful of receivers use up.
            context.getClientSessionContext().setSessionCacheSize(SESSIONS);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }
}
