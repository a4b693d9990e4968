package io.igregulator.webhooks.worker.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private authority and what it signs, made by the JDK's own tool in a folder of the test's. */
final class Certificates {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final Path store;

    Certificates(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("certificates.p12");
        generate(AUTHORITY, "-ext", "bc:c=ca:true");
    }

    /** What the worker has to trust, as PEM. */
    Path authority() {
        Path pem = folder.resolve("authority.pem");
        keytool("-exportcert", "-rfc", "-alias", AUTHORITY, "-file", pem.toString());
        return pem;
    }

    SSLContext signed(String host) {
        return context(generate(host, "-signer", AUTHORITY, "-ext", "san=dns:" + host));
    }

    SSLContext expired(String host) {
        return context(
                generate(host, "-signer", AUTHORITY, "-ext", "san=dns:" + host, "-startdate", "-2d", "-validity", "1"));
    }

    SSLContext selfSigned(String host) {
        return context(generate(host, "-ext", "san=dns:" + host));
    }

    private String generate(String name, String... options) {
        List<String> common = List.of("-genkeypair", "-keyalg", "EC", "-alias", name, "-dname", "CN=" + name);
        keytool(Stream.concat(common.stream(), Stream.of(options)).toArray(String[]::new));
        return name;
    }

    /** With that one certificate and its key, so that a receiver cannot show another. */
    private SSLContext context(String alias) {
        char[] password = PASSWORD.toCharArray();
        try {
            KeyStore all = KeyStore.getInstance(store.toFile(), password);
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, password);
            one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String... arguments) {
        Path log = folder.resolve("keytool.log");
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.concat(
                                Stream.of(arguments), Stream.of("-keystore", store.toString(), "-storepass", PASSWORD)))
                .toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
