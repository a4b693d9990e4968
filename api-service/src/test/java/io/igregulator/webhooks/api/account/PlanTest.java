package io.igregulator.webhooks.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    @ParameterizedTest
    @CsvSource({"starter, 1, 25, 5, 10", "pro, 5, 250, 20, 60", "business, 20, , , 600", "enterprise, , , ,"})
    void plansAllowWhatTheContractsTableSays(
            String name,
            @Nullable Integer endpoints,
            @Nullable Integer operators,
            @Nullable Integer burst,
            @Nullable Integer polls) {
        Plan plan = Plan.ofWireName(name).orElseThrow();

        assertThat(plan.endpoints()).isEqualTo(optional(endpoints));
        assertThat(plan.watchedOperators()).isEqualTo(optional(operators));
        assertThat(plan.requestsPerSecond()).isEqualTo(optional(burst));
        assertThat(plan.feedPollsPerHour()).isEqualTo(optional(polls));
        assertThat(plan.wireName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"free", "PRO", "''"})
    void otherNamesAreNotPlans(String name) {
        assertThat(Plan.ofWireName(name)).isEmpty();
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
