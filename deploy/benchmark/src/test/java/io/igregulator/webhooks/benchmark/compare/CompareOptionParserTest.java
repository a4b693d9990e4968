package io.igregulator.webhooks.benchmark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.stack.CommandFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompareOptionParserTest {
    @Test
    void comparesSteadyThreeTimesByDefault() {
        var options = CompareOptionParser.parse();

        assertThat(options.scenario()).isEqualTo("steady");
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.base()).isEmpty();
        assertThat(options.maximum()).isEmpty();
    }

    @Test
    void readsSettingsOfEachSide() {
        var options = CompareOptionParser.parse(
                "--base=../before",
                "--scenario=latency",
                "--maximum=8000",
                "--worker=a=1",
                "--base-worker=a=2",
                "--base-jvm",
                "-XX:+UseSerialGC -Xss256k",
                "--set=seconds=10");

        assertThat(options.base()).contains(Path.of("../before"));
        assertThat(options.maximum()).hasValue(8000);
        assertThat(options.worker()).containsEntry("a", "1");
        assertThat(options.baseWorker()).containsEntry("a", "2");
        assertThat(options.jvm()).isEmpty();
        assertThat(options.baseJvm().orElseThrow()).containsExactly("-XX:+UseSerialGC", "-Xss256k");
        assertThat(options.scenarioKeys()).containsEntry("seconds", "10");
    }

    @Test
    void refusesASettingWithoutAValue() {
        assertThatThrownBy(() -> CompareOptionParser.parse("--base-worker", "a"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--base-worker");
    }
}
