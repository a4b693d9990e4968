package io.igregulator.webhooks.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs of this platform once per user and version. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    static synchronized Path unpacked() {
        try {
            return unpackUnlessThere();
        } catch (IOException e) {
            throw new StartFailedException(
                    "The PostgreSQL programs could not be unpacked below " + cacheDirectory() + ".", e);
        }
    }

    private static Path unpackUnlessThere() throws IOException {
        byte[] archive = archive();
        Path target = cacheDirectory().resolve("postgres-" + checksum(archive));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(cacheDirectory());
        Path unfinished = Files.createTempDirectory(cacheDirectory(), "unpacking-");
        unpack(archive, unfinished);
        try {
            Files.move(unfinished, target);
        } catch (IOException e) {
            // Another process was faster: its copy is the same.
            TemporaryDirectory.delete(unfinished);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
        return target;
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        try (var in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"))) {
            return in.readAllBytes();
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            throw new IOException("hard link in the archive: " + entry.getName());
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(
                        file,
                        Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE));
            }
        }
    }

    // Not the shared temporary directory: there another user could put programs of his own in the way.
    private static Path cacheDirectory() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("igregulator-webhooks");
    }

    private static String checksum(byte[] archive) {
        var crc = new CRC32();
        crc.update(archive);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
