package io.igregulator.webhooks.benchmark.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.stack.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioFilesTest {
    private static final Path FOLDER = Path.of("scenarios");

    @Test
    void everyFileIsAScenarioWhoseBaselineComesBefore() {
        var names = List.copyOf(ScenarioFiles.read(FOLDER, false, Map.of()).keySet());

        assertThat(ScenarioFiles.read(FOLDER, false, Map.of()).values()).allSatisfy(scenario -> {
            var baseline = scenario.baseline();
            if (baseline != null) {
                assertThat(names.indexOf(baseline)).isBetween(0, names.indexOf(scenario.name()) - 1);
            }
        });
        assertThat(names).startsWith(Selection.MAXIMUM);
    }

    @Test
    void theQuickFormIsShorterAndOfFewer() {
        var quick = ScenarioFiles.read(FOLDER, true, Map.of());
        var whole = ScenarioFiles.read(FOLDER, false, Map.of());

        assertThat(quick).hasSizeLessThan(whole.size()).containsKey(Selection.MAXIMUM);
        assertThat(named(quick, Selection.MAXIMUM).seconds())
                .isLessThan(named(whole, Selection.MAXIMUM).seconds());
    }

    @Test
    void aRateBringsTheMaximumThatItIsAShareOf() {
        var selected = Selection.of(ScenarioFiles.read(FOLDER, false, Map.of()), List.of("hanging"), 1);

        assertThat(selected).extracting(Scenario::name).containsExactly("steady", "latency", "hanging");
        assertThatThrownBy(() -> Selection.of(ScenarioFiles.read(FOLDER, false, Map.of()), List.of("haste"), 1))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("haste");
    }

    @Test
    void onlyWhatIsWantedIsRepeated() {
        var selected = Selection.of(ScenarioFiles.read(FOLDER, false, Map.of()), List.of("latency"), 3);

        assertThat(selected).extracting(Scenario::name).containsExactly("steady", "latency", "latency", "latency");
    }

    @Test
    void aGivenKeyCountsMoreThanTheFiles() {
        var quick = ScenarioFiles.read(FOLDER, true, Map.of("seconds", "3", "raw_again", "false"));

        assertThat(named(quick, "steady").seconds()).isEqualTo(3);
        assertThat(named(quick, "steady").rawAgain()).isFalse();
        assertThatThrownBy(() -> ScenarioFiles.read(FOLDER, true, Map.of("second", "3")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("second");
    }

    @Test
    void oneInTenEndpointsHangsInEveryGroup() {
        var hanging = named(ScenarioFiles.read(FOLDER, false, Map.of()), "hanging");

        for (int group = 0; group < hanging.groups(); group++) {
            int first = group;
            assertThat(IntStream.range(0, hanging.endpoints())
                            .filter(endpoint -> endpoint % hanging.groups() == first)
                            .filter(hanging::hangs))
                    .hasSize(hanging.audience(group) / 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanging_per_mille", "delay_millis", "throttled"})
    void whatTheReceiverCannotDoOverHttpsIsRefused(String key, @TempDir Path folder) throws IOException {
        Files.copy(FOLDER.resolve("defaults.json"), folder.resolve("defaults.json"));
        Files.writeString(
                folder.resolve("10-tls.json"),
                "{\"name\": \"tls\", \"kind\": \"rate\", \"tls\": true, \"%s\": 5}".formatted(key));

        assertThatThrownBy(() -> ScenarioFiles.read(folder, false, Map.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("10-tls.json")
                .hasMessageContaining("over HTTPS endpoints answer at once");
    }

    private static Scenario named(Map<String, Scenario> scenarios, String name) {
        return Objects.requireNonNull(scenarios.get(name));
    }
}
