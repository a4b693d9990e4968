package io.igregulator.webhooks.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.stack.CommandFailure;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionParserTest {

    @Test
    void hasDefaultsForAMachineWithTwoCores() {
        var options = OptionParser.parse();

        assertThat(options.events()).isEqualTo(20_000);
        assertThat(options.endpoints()).isEqualTo(40);
        assertThat(options.faults()).isEqualTo(12);
        assertThat(options.window()).isEqualTo(Duration.ofMinutes(4));
        assertThat(options.grace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.json()).isEmpty();
        assertThat(options.keep()).isFalse();
    }

    @Test
    void takesValuesAfterABlankOrAnEqualsSignTheLastOneWins() {
        var options = OptionParser.parse("--seed", "3", "--minutes=0.5", "--json", "out.json", "--seed=4", "--keep");

        assertThat(options.seed()).isEqualTo(4);
        assertThat(options.window()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.json()).contains(Path.of("out.json"));
        assertThat(options.keep()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--events=0", "--events=many", "--endpoints=1", "--minutes=0", "--fault=3", "--seed="})
    void refusesWhatItDoesNotUnderstand(String argument) {
        assertThatThrownBy(() -> OptionParser.parse(argument)).isInstanceOf(CommandFailure.class);
    }

    @Test
    void refusesAFileForWhatWritesNone() {
        assertThatThrownBy(() -> OptionParser.parse("--isolation", "--json=out.json"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--isolation --burst", "--isolation --strain", "--burst --strain"})
    void doesOneThingAtATime(String arguments) {
        assertThatThrownBy(() -> OptionParser.parse(arguments.split(" ")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--strain");
    }
}
