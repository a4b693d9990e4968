package io.igregulator.webhooks.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.stack.CommandFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionParserTest {
    @Test
    void readsListsSettingsAndFiles() {
        var options = OptionParser.parse(
                "--scenario",
                "steady,latency",
                "--quick",
                "--json=out.json",
                "--worker",
                "webhooks.outcomes.max-batch=1000",
                "--worker=webhooks.lanes.concurrency=20",
                "--jvm",
                "-XX:+UseParallelGC -Xss256k",
                "--seed",
                "7",
                "--data",
                "/dev/shm",
                "--repeat",
                "3",
                "--set",
                "seconds=10");

        assertThat(options.scenarios()).containsExactly("steady", "latency");
        assertThat(options.quick()).isTrue();
        assertThat(options.json()).contains(Path.of("out.json"));
        assertThat(options.worker())
                .containsEntry("webhooks.outcomes.max-batch", "1000")
                .containsEntry("webhooks.lanes.concurrency", "20");
        assertThat(options.jvm().orElseThrow()).containsExactly("-XX:+UseParallelGC", "-Xss256k");
        assertThat(options.data()).contains(Path.of("/dev/shm"));
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.repeat()).isEqualTo(3);
        assertThat(options.scenarioKeys()).containsEntry("seconds", "10");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> OptionParser.parse("--fast"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> OptionParser.parse("--seed", "x")).isInstanceOf(CommandFailure.class);
    }
}
