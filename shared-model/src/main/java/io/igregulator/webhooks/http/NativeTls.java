package io.igregulator.webhooks.http;

import java.security.Provider;
import java.util.Optional;
import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * BoringSSL's TLS by way of Conscrypt, whose handshakes take far less processor time than the JDK's. The provider is only
 * ever named, not added to the JVM's: nothing else changes its cryptography by its being there.
 */
final class NativeTls {
    private static final Logger LOG = LoggerFactory.getLogger(NativeTls.class);

    private NativeTls() {}

    /** Empty where there is no library for the platform: musl or a glibc before 2.35, or nowhere to unpack it. */
    static Optional<Provider> provider() {
        try {
            Conscrypt.checkAvailability();
            // The JDK's trust managers know the JVM's own settings, such as its disabled algorithms.
            return Optional.of(
                    Conscrypt.newProviderBuilder().provideTrustManager(false).build());
        } catch (LinkageError e) {
            LOG.warn(
                    "BoringSSL does not load here, so that TLS is the JDK's, whose handshakes cost more;"
                            + " webhooks.http.native-tls=false keeps this silent: {}",
                    e.toString());
            return Optional.empty();
        }
    }
}
