package io.igregulator.webhooks.benchmark.receive;

import io.igregulator.webhooks.local.stack.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A key and certificate of 127.0.0.1 that live as long as one scenario.
 *
 * @param store PKCS#12 with the private key
 * @param pem the certificate alone, for those who are to trust it
 */
public record Certificate(Path store, String password, Path pem) {
    /** Made by the JDK's own keytool: the library's API has no public way. */
    public static Certificate make(Path folder) {
        var made = new Certificate(
                folder.resolve("receiver.p12"), UUID.randomUUID().toString(), folder.resolve("receiver.pem"));
        made.keytool(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=127.0.0.1"));
        made.keytool(List.of("-exportcert", "-rfc", "-file", made.pem.toString()));
        return made;
    }

    private void keytool(List<String> action) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(action);
        command.addAll(
                List.of("-alias", "receiver", "-keystore", store.toString(), "-storepass:env", "STORE_PASSWORD"));
        if (action.getFirst().equals("-genkeypair")) {
            command.addAll(List.of("-ext", "SAN=IP:127.0.0.1", "-validity", "2", "-storetype", "PKCS12"));
        }
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("STORE_PASSWORD", password);
            var process = builder.start();
            process.getInputStream().readAllBytes();
            if (process.waitFor() != 0 || !Files.exists(store)) {
                throw new LocalFailure("keytool made no certificate.");
            }
        } catch (IOException e) {
            throw new LocalFailure("keytool cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }

    @Override
    public String toString() {
        return "Certificate[" + pem + "]";
    }
}
