package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A PostgreSQL that takes the platform's roles over TLS only, with a certificate for its loopback address, made by the JDK's
 * own tool, of an authority that nothing trusts but what is given {@link #authority}.
 */
public final class PostgresTls {

    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    /** @param folder for certificates and settings, which are read for as long as PostgreSQL runs */
    public PostgresTls(Path folder) {
        this.folder = folder.toAbsolutePath();
        Path store = folder.resolve("certificates.p12");
        keytool(store, "-alias", AUTHORITY, "-dname", "CN=authority", "-ext", "bc:c=ca:true");
        keytool(
                store,
                "-alias",
                SERVER,
                "-dname",
                "CN=postgres",
                "-ext",
                "san=ip:" + LoopbackPort.HOST,
                "-signer",
                AUTHORITY);
        try {
            write(KeyStore.getInstance(store.toFile(), PASSWORD));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No certificates for PostgreSQL.", e);
        }
    }

    private void write(KeyStore store) throws GeneralSecurityException, IOException {
        Files.writeString(
                authority(), pem("CERTIFICATE", store.getCertificate(AUTHORITY).getEncoded()));
        Files.writeString(
                file("server.crt"),
                pem("CERTIFICATE", store.getCertificate(SERVER).getEncoded()));
        Files.writeString(
                file("server.key"),
                pem("PRIVATE KEY", store.getKey(SERVER, PASSWORD).getEncoded()));
        Files.setPosixFilePermissions(file("server.key"), PosixFilePermissions.fromString("rw-------"));
        List<String> rules = new ArrayList<>();
        Roles.ALL.forEach(role -> rules.add("hostssl all " + role + " 127.0.0.1/32 trust"));
        rules.add("host all " + PostgresServer.USER + " 127.0.0.1/32 trust");
        Files.write(file("pg_hba.conf"), rules);
    }

    public PostgresServer.Options options() {
        return PostgresServer.Options.temporary()
                .withSetting("ssl", "on")
                .withSetting("ssl_cert_file", file("server.crt").toString())
                .withSetting("ssl_key_file", file("server.key").toString())
                .withSetting("hba_file", file("pg_hba.conf").toString());
    }

    /** In PEM, for {@code sslrootcert}. */
    public Path authority() {
        return file("authority.crt");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String pem(String type, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }

    private static void keytool(Path store, String... certificate) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(certificate));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
