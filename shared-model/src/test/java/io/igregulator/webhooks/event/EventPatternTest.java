package io.igregulator.webhooks.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {
    @ParameterizedTest
    @EnumSource
    void each_pattern_that_covers_a_type_is_one(EventType type) {
        assertThat(EventPattern.covering(type))
                .hasSize(3)
                .startsWith(type.wireName())
                .endsWith("*")
                .contains(type.wireName().replaceFirst("\\..*", ".*"))
                .allMatch(text -> EventPattern.parse(text).isPresent());
    }

    @Test
    void a_family_covers_its_own_types_alone() {
        assertThat(List.of(EventType.values()))
                .filteredOn(type -> EventPattern.covering(type).contains("coverage.*"))
                .containsExactly(EventType.COVERAGE_DEGRADED, EventType.COVERAGE_RESTORED);
    }

    @Test
    void wildcards_are_the_families_and_all() {
        assertThat(EventPattern.wildcards()).isEqualTo("license.*, regulatory_action.*, coverage.*, webhook.*, *");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*.*",
                "**",
                ".*",
                "license",
                "license.",
                "license.**",
                "license.exp*",
                "license.*.x",
                "LICENSE.*",
                "test.*",
                "* "
            })
    void what_covers_nothing_is_none(String text) {
        assertThat(EventPattern.parse(text)).isEmpty();
    }
}
