package io.igregulator.webhooks.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardIT {

    @TempDir
    Path temporary;

    @Test
    void leavesNothingOfTemporaryServersWhenTheirJvmIsKilled() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-DWEBHOOKS_INFRASTRUCTURE=embedded",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dlogback.configurationFile=io/igregulator/webhooks/embedded/broker-process-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TemporaryServersMain.class.getName())
                .redirectError(Redirect.DISCARD)
                .start();
        String[] pidAndData = jvm.inputReader().readLine().split(" ", 2);
        var postmaster = ProcessHandle.of(Long.parseLong(pidAndData[0])).orElseThrow();
        assertThat(Path.of(pidAndData[1])).startsWith(temporary).exists();

        jvm.destroyForcibly().waitFor();

        assertThat(postmaster.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (var left = Files.list(temporary)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .noneMatch(name -> name.startsWith("webhooks-"));
            }
        });
    }
}
