package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A listener of a broker with TLS and a password (SASL/PLAIN), beside the plain one, and what its clients need.
 *
 * @param keyStore of the broker: its key and a certificate for 127.0.0.1
 * @param authority what clients have to trust, as PEM
 */
public record SecureListener(Path keyStore, Path authority) {
    public static final String MECHANISM = "PLAIN";

    private static final String NAME = "SECURE";
    private static final String STORE_PASSWORD = "changeit";
    private static final String LOGIN = "username=\"webhooks\" password=\"kafka-secret\"";
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    /** Makes a private authority and a certificate that it signed, by the JDK's own tool. */
    public static SecureListener create(Path directory) {
        var listener = new SecureListener(directory.resolve("broker.p12"), directory.resolve("authority.pem"));
        listener.keytool(
                "-genkeypair", "-keyalg", "EC", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc=ca:true");
        listener.keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "broker",
                "-dname",
                "CN=broker",
                "-signer",
                "authority",
                "-ext",
                "san=ip:" + LoopbackPort.HOST);
        listener.keytool("-exportcert", "-rfc", "-alias", "authority", "-file", listener.authority.toString());
        // The broker must not show the authority's own certificate.
        listener.keytool("-delete", "-alias", "authority");
        return listener;
    }

    /** A client's {@code sasl.jaas.config}. */
    public String login() {
        return MODULE + LOGIN + ";";
    }

    /** What the broker is set to. */
    Map<String, String> settings() {
        String listener = "listener.name.secure.";
        return Map.of(
                listener + "ssl.keystore.type",
                "PKCS12",
                listener + "ssl.keystore.location",
                keyStore.toString(),
                listener + "ssl.keystore.password",
                STORE_PASSWORD,
                listener + "ssl.key.password",
                STORE_PASSWORD,
                listener + "sasl.enabled.mechanisms",
                MECHANISM,
                listener + "plain.sasl.jaas.config",
                MODULE + "user_webhooks=\"kafka-secret\";");
    }

    static String address(int port) {
        return NAME + "://" + LoopbackPort.HOST + ":" + port;
    }

    static String protocol() {
        return NAME + ":SASL_SSL";
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keyStore.toString(), "-storepass", STORE_PASSWORD));
        Path log = keyStore.resolveSibling("keytool.log");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
