package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

class JdkTrustTest {
    /** The JDK checks the name itself after such a manager; BoringSSL would take any certificate for any host. */
    @Test
    void refusesATrustManagerThatDoesNotGetTheHostsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdkTrust.of(new TrustManager[] {new Careless()}))
                .withMessageContaining("host names");
    }

    private static final class Careless implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
