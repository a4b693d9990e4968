package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every answer of the document can be had from the service, and every answer had is in the document. */
class TwoWaysIT {
    private static final Map<String, String> DEVELOPMENT =
            Map.of("webhooks.url.allow-http", "true", "webhooks.url.allowed-cidrs", "127.0.0.0/8");

    @Test
    void everyDocumentedAnswerIsProducedAndEveryProducedOneIsDocumented() {
        try (RunningApi api = RunningApi.with(DEVELOPMENT)) {
            Stage stage = Stage.set(api);

            new WebhookScenes(stage).play();
            new DeliveryScenes(stage).play();
            new WatchlistScenes(stage).play();
            new EventTypeScenes(stage).play();
            new SharedRefusals(stage).play();
            new RateScenes(stage).play();

            report(stage);
            assertSoftly(softly -> {
                softly.assertThat(stage.door().problems()).isEmpty();
                softly.assertThat(stage.door().produced()).containsExactlyElementsOf(stage.spec().outcomes());
            });
        }
    }

    private static void report(Stage stage) {
        Set<Outcome> both = new TreeSet<>(stage.door().produced());
        both.retainAll(stage.spec().outcomes());
        System.out.printf(
                "OpenAPI both ways: %d operations, %d documented answers, %d of them produced, %d others, %d requests%n",
                stage.spec().operations().size(),
                stage.spec().outcomes().size(),
                both.size(),
                stage.door().produced().size() - both.size(),
                stage.door().requests());
    }
}
