package io.igregulator.webhooks.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.local.Options.Mode;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.PortWishes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionParserTest {

    @Test
    void runsTheDemonstrationOnFreePortsByDefault() {
        var options = OptionParser.parse();

        assertThat(options.mode()).isEqualTo(Mode.RUN);
        assertThat(options.demo()).isTrue();
        assertThat(options.fresh()).isFalse();
        assertThat(options.rate()).isEqualTo(2.0);
        assertThat(options.workers()).isEqualTo(1);
        assertThat(options.ports()).isEqualTo(PortWishes.ANY);
        assertThat(options.data()).isEmpty();
        assertThat(options.info()).isEmpty();
    }

    @Test
    void readsEachOptionAfterABlankOrAnEqualsSign() {
        var options = OptionParser.parse(
                "--no-demo", "--fresh", "--data=/tmp/here", "--info", "/tmp/info.json", "--rate", "0.5", "--workers=3");

        assertThat(options.demo()).isFalse();
        assertThat(options.fresh()).isTrue();
        assertThat(options.data()).contains(Path.of("/tmp/here"));
        assertThat(options.info()).contains(Path.of("/tmp/info.json"));
        assertThat(options.rate()).isEqualTo(0.5);
        assertThat(options.workers()).isEqualTo(3);
    }

    @Test
    void givesEachPortToItsPart() {
        var options = OptionParser.parse(
                "--api-port=1001",
                "--operator-port=1002",
                "--worker-port=1003",
                "--postgres-port=1004",
                "--kafka-port=1005",
                "--receiver-port=1006");

        assertThat(options.ports()).isEqualTo(new PortWishes(1001, 1002, 1003, 1004, 1005, 1006));
    }

    @ParameterizedTest
    @CsvSource({"--help,HELP", "-h,HELP", "--smoke,SMOKE", "--fresh,RUN"})
    void knowsWhatToDo(String argument, Mode mode) {
        assertThat(OptionParser.parse(argument).mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "--demo,Unknown option --demo",
        "run,Unknown option run",
        "--data,--data needs a value",
        "--info=,--info needs a value",
        "--api-port=0,--api-port takes a number from 1 to 65535",
        "--kafka-port=65536,--kafka-port takes a number from 1 to 65535",
        "--workers=many,--workers takes a number from 1 to 16",
        "--rate=0,--rate takes events per second",
        "--rate=-1,--rate takes events per second",
    })
    void saysInOneLineWhatItDoesNotUnderstand(String argument, String complaint) {
        assertThatThrownBy(() -> OptionParser.parse(argument))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("\n");
    }

    @Test
    void keepsTheSmokeRunAwayFromOtherData() {
        assertThatThrownBy(() -> OptionParser.parse("--smoke", "--data", "/tmp/here"))
                .isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> OptionParser.parse("--smoke", "--fresh")).isInstanceOf(CommandFailure.class);
    }
}
