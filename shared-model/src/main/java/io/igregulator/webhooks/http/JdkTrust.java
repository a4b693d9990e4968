package io.igregulator.webhooks.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Asks the JDK about a certificate in the JDK's terms. TLS 1.3 no longer says how keys are exchanged; BoringSSL calls that
 * {@code GENERIC}, the JDK {@code UNKNOWN}, and the JDK refuses every certificate under a name that it does not know
 * (google/conscrypt#1033).
 */
final class JdkTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager jdk;

    private JdkTrust(X509ExtendedTrustManager jdk) {
        this.jdk = jdk;
    }

    /**
     * @throws IllegalArgumentException if one of them does not get the host's name, which the JDK makes up for and
     * BoringSSL does not
     */
    static TrustManager[] of(TrustManager[] managers) {
        return Stream.of(managers).map(JdkTrust::checkingNames).toArray(TrustManager[]::new);
    }

    private static TrustManager checkingNames(TrustManager manager) {
        if (manager instanceof X509ExtendedTrustManager jdk) {
            return new JdkTrust(jdk);
        }
        throw new IllegalArgumentException(manager.getClass().getName() + " does not check host names");
    }

    private static String known(String authType) {
        return authType.equals("GENERIC") ? "UNKNOWN" : authType;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        jdk.checkServerTrusted(chain, known(authType), socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        jdk.checkServerTrusted(chain, known(authType), engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        jdk.checkServerTrusted(chain, known(authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        jdk.checkClientTrusted(chain, known(authType), socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        jdk.checkClientTrusted(chain, known(authType), engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        jdk.checkClientTrusted(chain, known(authType));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return jdk.getAcceptedIssuers();
    }
}
