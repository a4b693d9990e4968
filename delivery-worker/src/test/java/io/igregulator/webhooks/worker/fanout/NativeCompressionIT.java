package io.igregulator.webhooks.worker.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.worker.WorkerApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own, since a library is loaded once in each. */
@Timeout(120)
class NativeCompressionIT {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path directory;

    @Test
    void theWorkerRefusesToStartWhereTheLibraryCannotBeUnpacked() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "a file is not a directory");

        Process worker = start(file);
        String output = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(worker.waitFor()).as(output).isEqualTo(1);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("webhooks.fanout.compression is snappy, whose native library cannot be loaded from " + file)
                .contains("-Dorg.xerial.snappy.tempdir");
    }

    private Process start(Path unpackInto) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.xerial.snappy.tempdir=" + unpackInto,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerApplication.class.getName(),
                        "--server.port=0",
                        "--spring.flyway.enabled=false",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
                        "--webhooks.secrets.active-key=test",
                        "--webhooks.secrets.keys.test=" + KEY)
                .redirectErrorStream(true)
                .start();
    }
}
