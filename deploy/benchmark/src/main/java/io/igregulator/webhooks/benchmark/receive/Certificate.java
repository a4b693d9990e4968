package io.igregulator.webhooks.benchmark.receive;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A key and certificate of 127.0.0.1 that live as long as one scenario, signed by an authority that does too: a certificate
 * that is itself trusted is checked for less.
 *
 * @param store PKCS#12 with the private key
 * @param authority the authority's certificate as PEM, for those who are to trust it
 */
public record Certificate(Path store, String password, Path authority) {
    private static final String AUTHORITY = "authority";

    /** Made by the JDK's own keytool: the library's API has no public way. */
    public static Certificate make(Path folder) {
        var made = new Certificate(
                folder.resolve("receiver.p12"), UUID.randomUUID().toString(), folder.resolve("authority.pem"));
        made.generate(AUTHORITY, "-ext", "bc:c=ca:true");
        made.generate("127.0.0.1", "-signer", AUTHORITY, "-ext", "san=ip:127.0.0.1");
        made.keytool("-exportcert", "-alias", AUTHORITY, "-rfc", "-file", made.authority.toString());
        // The receiver could answer with the authority's own key otherwise.
        made.keytool("-delete", "-alias", AUTHORITY);
        return made;
    }

    private void generate(String name, String... options) {
        var key = Stream.of(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12");
        keytool(Stream.concat(key, Stream.of(options)).toArray(String[]::new));
    }

    private void keytool(String... action) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(action));
        command.addAll(List.of("-keystore", store.toString(), "-storepass:env", "STORE_PASSWORD"));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("STORE_PASSWORD", password);
            var process = builder.start();
            process.getInputStream().readAllBytes();
            if (process.waitFor() != 0 || !Files.exists(store)) {
                throw new CommandFailure("keytool made no certificate.");
            }
        } catch (IOException e) {
            throw new CommandFailure("keytool cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    @Override
    public String toString() {
        return "Certificate[" + authority + "]";
    }
}
