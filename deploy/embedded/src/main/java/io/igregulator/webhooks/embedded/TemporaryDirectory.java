package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Makes and removes temporary directories. */
final class TemporaryDirectory {

    private TemporaryDirectory() {}

    static Path create(String purpose) {
        try {
            return Files.createTempDirectory("webhooks-" + purpose + "-");
        } catch (IOException e) {
            throw new StartFailedException(
                    "No temporary directory can be created below " + System.getProperty("java.io.tmpdir") + ".", e);
        }
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (var tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
