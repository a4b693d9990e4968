package io.igregulator.webhooks.http;

import java.security.Provider;
import java.util.Optional;
import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * BoringSSL's TLS by way of Conscrypt: its connections take far less processor time to open than the JDK's, and much more
 * memory while they are open. The provider is only ever named, not added to the JVM's: nothing else changes its
 * cryptography by its being there.
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
                    "webhooks.http.native-tls is true, but BoringSSL does not load here, so TLS is the JDK's: {}",
                    e.toString());
            return Optional.empty();
        }
    }
}
