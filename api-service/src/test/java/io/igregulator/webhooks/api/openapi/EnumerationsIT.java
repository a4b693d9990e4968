package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.account.Plan;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.audit.AuditAction;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the documents enumerate is what there is. */
class EnumerationsIT {
    private final RunningApi api = RunningApi.strict();
    private final Spec spec = Spec.of(api, Documented.PUBLIC);

    @Test
    void everyTypeOfEvent() {
        assertThat(enumeration(spec, "EventType"))
                .containsExactly(Arrays.stream(EventType.values())
                        .map(EventType::wireName)
                        .toArray(String[]::new));
    }

    @Test
    void everyActionOfTheAuditLog() {
        assertThat(enumeration(Spec.of(api, Documented.OPERATOR), "AuditAction"))
                .containsExactly(Arrays.stream(AuditAction.values())
                        .map(AuditAction::wireName)
                        .toArray(String[]::new));
    }

    @Test
    void everyPlan() {
        assertThat(enumeration(Spec.of(api, Documented.OPERATOR), "Plan"))
                .containsExactly(
                        Arrays.stream(Plan.values()).map(Plan::wireName).toArray(String[]::new));
    }

    private static List<String> enumeration(Spec of, String schema) {
        return of.root()
                .at("/components/schemas/" + schema + "/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    @Test
    void whatMayBeSubscribedToIsWhatThereIs() {
        JsonNode schema = spec.root().at("/components/schemas/Subscription/items");
        Pattern pattern = Pattern.compile(schema.path("pattern").asString());
        List<String> types = Arrays.stream(EventType.values())
                .flatMap(type -> EventPattern.covering(type).stream())
                .distinct()
                .toList();

        assertThat(types).allMatch(text -> pattern.matcher(text).matches());
        assertThat(schema.path("pattern").asString().split("\\W+"))
                .as("names no other")
                .isSubsetOf(words(types));
    }

    private static Set<String> words(List<String> types) {
        Set<String> words = new TreeSet<>(List.of(""));
        types.forEach(type -> words.addAll(List.of(type.split("\\W+"))));
        return words;
    }
}
