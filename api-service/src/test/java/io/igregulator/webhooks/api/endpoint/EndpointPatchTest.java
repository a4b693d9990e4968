package io.igregulator.webhooks.api.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.web.JsonLine;
import io.igregulator.webhooks.event.EventPattern;
import io.igregulator.webhooks.event.EventType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EndpointPatchTest {
    private static final EndpointSettings CURRENT = new EndpointSettings(
            URI.create("https://a.example/hook"),
            "name",
            "mine",
            List.of(EventPattern.of(EventType.LICENSE_EXPIRED)),
            true,
            false,
            new Metadata(new TreeMap<>(Map.of("team", "a"))));

    @Test
    void an_absent_field_stays_as_it_is() {
        assertThat(patch("{}").applyTo(CURRENT, null)).isEqualTo(CURRENT);
    }

    @Test
    void a_null_empties_the_description() {
        assertThat(patch("{\"description\": null}").applyTo(CURRENT, null).description())
                .isNull();
        assertThatThrownBy(() -> patch("{\"active\": null}")).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void a_given_field_replaces_its_own_alone() {
        EndpointSettings changed =
                patch("{\"active\": false, \"events\": [\"license.issued\"]}").applyTo(CURRENT, null);

        assertThat(changed)
                .isEqualTo(new EndpointSettings(
                        CURRENT.url(),
                        "name",
                        "mine",
                        List.of(EventPattern.of(EventType.LICENSE_ISSUED)),
                        false,
                        false,
                        CURRENT.metadata()));
    }

    @Test
    void only_a_vetted_url_is_taken() {
        URI vetted = URI.create("https://b.example/hook");

        assertThat(patch("{\"url\": \"https://b.example/hook\"}")
                        .applyTo(CURRENT, vetted)
                        .url())
                .isEqualTo(vetted);
    }

    @Test
    void an_unknown_field_is_refused() {
        assertThatThrownBy(() -> patch("{\"actve\": false}"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("the field is not known");
    }

    private static EndpointPatch patch(String body) {
        return EndpointPatch.of(JsonLine.parse(body.getBytes(StandardCharsets.UTF_8)));
    }
}
