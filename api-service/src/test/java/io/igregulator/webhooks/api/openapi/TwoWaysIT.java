package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every answer of a document can be had from the service, and every answer had is in the document. */
class TwoWaysIT {
    private static final String READER = "token-of-the-reader";
    private static final Map<String, String> DEVELOPMENT = Map.of(
            "webhooks.url.allow-http", "true",
            "webhooks.url.allowed-cidrs", "127.0.0.0/8",
            "webhooks.limits.max-wait", "100ms",
            "webhooks.connections.body-timeout", "60s");

    @Test
    void everyDocumentedAnswerOfThePublicApiIsProducedAndEveryProducedOneIsDocumented() {
        try (RunningApi api = RunningApi.with(DEVELOPMENT)) {
            Stage stage = Stage.ofAccount(api);

            new WebhookScenes(stage).play();
            new DeliveryScenes(stage).play();
            new EventScenes(stage).play();
            new ChangeScenes(stage).play();
            new WatchlistScenes(stage).play();
            new EventTypeScenes(stage).play();
            new SharedRefusals(stage, Credentials.of(api, stage.customer())).play();
            new RateScenes(stage).play();
            new AtOnceScenes(stage).play();

            compare(stage);
        }
    }

    @Test
    void everyDocumentedAnswerOfTheOperatorsApiIsProducedAndEveryProducedOneIsDocumented() {
        Map<String, String> settings = new HashMap<>(DEVELOPMENT);
        settings.put("webhooks.operator.tokens[0].name", "reader");
        settings.put("webhooks.operator.tokens[0].role", "read");
        settings.put("webhooks.operator.tokens[0].token", READER);
        settings.put("webhooks.publish.max-events", "2");
        settings.put("webhooks.registry.max-import-size", "64KB");
        try (RunningApi api = RunningApi.with(settings)) {
            Stage stage = Stage.ofOperator(api);

            new AccountScenes(stage).play();
            new KeyScenes(stage).play();
            new AccountWebhookScenes(stage).play();
            new AccountWatchlistScenes(stage).play();
            new PublishScenes(stage).play();
            new ReplayScenes(stage).play();
            new RegistryScenes(stage).play();
            new PlatformScenes(stage).play();
            new SharedRefusals(stage, new Credentials(List.of("no-token-of-the-operators"), READER)).play();

            compare(stage);
        }
    }

    private static void compare(Stage stage) {
        report(stage);
        assertSoftly(softly -> {
            softly.assertThat(stage.door().problems()).isEmpty();
            softly.assertThat(missing(stage.spec().outcomes(), stage.door().produced()))
                    .as("documented but never produced")
                    .isEmpty();
            softly.assertThat(missing(stage.door().produced(), stage.spec().outcomes()))
                    .as("produced but not documented")
                    .isEmpty();
        });
    }

    /** @return what is in the one and not in the other */
    private static Set<Outcome> missing(Set<Outcome> one, Set<Outcome> other) {
        Set<Outcome> missing = new TreeSet<>(one);
        missing.removeAll(other);
        return missing;
    }

    private static void report(Stage stage) {
        Set<Outcome> documented = stage.spec().outcomes();
        Set<Outcome> produced = stage.door().produced();
        System.out.printf(
                "OpenAPI both ways, %s: %d operations, %d documented answers, %d never produced, %d produced, %d of them not"
                        + " documented, %d requests%n",
                stage.side().document(),
                stage.spec().operations().size(),
                documented.size(),
                missing(documented, produced).size(),
                produced.size(),
                missing(produced, documented).size(),
                stage.door().requests());
    }
}
