package io.igregulator.webhooks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderIT {
    @TempDir
    Path parent;

    @Test
    void isHeldByOneAtATime() {
        Path path = parent.resolve("data");
        try (var held = DataFolder.open(path)) {
            assertThatThrownBy(() -> DataFolder.open(held.path()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageStartingWith(
                            "Another up (process " + ProcessHandle.current().pid() + ") already runs on " + path);
        }
        DataFolder.open(path).close();
    }

    @Test
    void refusesAFolderThatItDidNotMake() throws Exception {
        Path precious = Files.writeString(parent.resolve("precious"), "mine");

        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("was not made by this command");
        assertThatThrownBy(() -> DataFolder.open(precious)).isInstanceOf(CommandFailure.class);
        assertThat(precious).hasContent("mine");
    }

    @Test
    void wipesWhatItKeptButNotItsLock() throws Exception {
        Path path = parent.resolve("data");
        try (var folder = DataFolder.open(path)) {
            Files.createDirectories(folder.file("kafka/log"));
            Files.writeString(folder.file("kafka/log/segment"), "records");
            folder.wipe();

            assertThat(folder.file("kafka")).doesNotExist();
            assertThatThrownBy(() -> DataFolder.open(path)).isInstanceOf(CommandFailure.class);
        }
        DataFolder.open(path).close();
    }

    @Test
    void finishesAWipeThatWasCutOff() throws Exception {
        Path path = parent.resolve("data");
        try (var folder = DataFolder.open(path)) {
            Files.createDirectories(folder.file("postgres/half"));
            Files.createDirectories(folder.file("wiping"));
        }
        try (var folder = DataFolder.open(path)) {
            assertThat(folder.file("postgres")).doesNotExist();
            assertThat(folder.file("wiping")).doesNotExist();
            assertThat(folder.logs()).isDirectory();
        }
    }

    @Test
    void givesTheSameSecretsAtEachStartAndHidesThemFromOthers() throws Exception {
        try (var folder = DataFolder.open(parent.resolve("data"))) {
            var first = StackSecrets.of(folder);

            assertThat(StackSecrets.of(folder)).isEqualTo(first);
            assertThat(Files.getPosixFilePermissions(folder.file("secrets.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(first.toString()).doesNotContain(first.operatorToken());
        }
    }
}
