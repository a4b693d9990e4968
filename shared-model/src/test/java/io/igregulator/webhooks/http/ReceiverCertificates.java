package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.springframework.boot.ssl.SslManagerBundle;

/** Certificates for {@value #HOST}, made by the JDK's own tool, of an authority that only {@link #trusted} trusts. */
final class ReceiverCertificates {
    static final String HOST = "hooks.example";

    private static final String AUTHORITY = "authority";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    /** @param keys algorithms of the receivers' keys: {@code EC}, {@code RSA} */
    ReceiverCertificates(Path folder, String... keys) {
        Path file = folder.resolve("certificates.p12");
        keytool(file, "-alias", AUTHORITY, "-keyalg", "EC", "-dname", "CN=authority", "-ext", "bc:c=ca:true");
        for (String key : keys) {
            keytool(
                    file,
                    "-alias",
                    key,
                    "-keyalg",
                    key,
                    "-dname",
                    "CN=" + HOST,
                    "-ext",
                    "san=dns:" + HOST,
                    "-signer",
                    AUTHORITY);
        }
        try {
            this.store = KeyStore.getInstance(file.toFile(), PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SslManagerBundle trusted() {
        try {
            KeyStore authorities = empty();
            authorities.setCertificateEntry(AUTHORITY, store.getCertificate(AUTHORITY));
            return TlsContexts.trusting(authorities);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * For receivers, which always speak the JDK's TLS.
     *
     * @param protocol the only one that it speaks
     */
    SSLServerSocket serverSocket(String key, String protocol) {
        try {
            KeyStore one = empty();
            one.setKeyEntry(key, store.getKey(key, PASSWORD), PASSWORD, store.getCertificateChain(key));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            SSLServerSocket server =
                    (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
            server.setEnabledProtocols(new String[] {protocol});
            return server;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, PASSWORD);
        return empty;
    }

    private static void keytool(Path file, String... certificate) {
        List<String> command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair"),
                        Stream.of(certificate),
                        Stream.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)))
                .flatMap(part -> part)
                .toList();
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
