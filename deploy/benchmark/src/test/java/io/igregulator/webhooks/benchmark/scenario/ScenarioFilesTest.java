package io.igregulator.webhooks.benchmark.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.local.stack.LocalFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioFilesTest {
    private static final Path FOLDER = Path.of("scenarios");

    @Test
    void everyFileIsAScenarioWhoseBaselineComesBefore() {
        var names = List.copyOf(ScenarioFiles.read(FOLDER, false).keySet());

        assertThat(ScenarioFiles.read(FOLDER, false).values()).allSatisfy(scenario -> {
            var baseline = scenario.baseline();
            if (baseline != null) {
                assertThat(names.indexOf(baseline)).isBetween(0, names.indexOf(scenario.name()) - 1);
            }
        });
        assertThat(names).startsWith(Selection.MAXIMUM);
    }

    @Test
    void theQuickFormIsShorterAndOfFewer() {
        var quick = ScenarioFiles.read(FOLDER, true);
        var whole = ScenarioFiles.read(FOLDER, false);

        assertThat(quick).hasSizeLessThan(whole.size()).containsKey(Selection.MAXIMUM);
        assertThat(named(quick, Selection.MAXIMUM).seconds())
                .isLessThan(named(whole, Selection.MAXIMUM).seconds());
    }

    @Test
    void aRateBringsTheMaximumThatItIsAShareOf() {
        var selected = Selection.of(ScenarioFiles.read(FOLDER, false), List.of("hanging"));

        assertThat(selected).extracting(Scenario::name).containsExactly("steady", "latency", "hanging");
        assertThatThrownBy(() -> Selection.of(ScenarioFiles.read(FOLDER, false), List.of("haste")))
                .isInstanceOf(LocalFailure.class)
                .hasMessageContaining("haste");
    }

    @Test
    void oneInTenEndpointsHangsInEveryGroup() {
        var hanging = named(ScenarioFiles.read(FOLDER, false), "hanging");

        for (int group = 0; group < hanging.groups(); group++) {
            int first = group;
            assertThat(IntStream.range(0, hanging.endpoints())
                            .filter(endpoint -> endpoint % hanging.groups() == first)
                            .filter(hanging::hangs))
                    .hasSize(hanging.audience(group) / 10);
        }
    }

    private static Scenario named(Map<String, Scenario> scenarios, String name) {
        return Objects.requireNonNull(scenarios.get(name));
    }
}
