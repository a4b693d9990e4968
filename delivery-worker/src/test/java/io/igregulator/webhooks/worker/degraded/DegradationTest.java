package io.igregulator.webhooks.worker.degraded;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.worker.fixture.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DegradationTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Degradation degradation =
            new Degradation(new DegradedProperties(Duration.ofHours(1), 10, 20, 10), new Random(1), now::get);
    private final EndpointId endpoint = Deliveries.endpoint();

    @Test
    void sayNothingBelowTheMinimumOfAttempts() {
        assertThat(attempts(9, "http_401")).isEmpty();
    }

    @Test
    void anEndpointThatAnswersOnlyWith401IsDegraded() {
        attempts(9, "http_401");
        assertThat(attempt("http_401")).hasValueSatisfying(episode -> {
            Episode.Began began = (Episode.Began) episode;
            assertThat(began.endpoint()).isEqualTo(endpoint);
            assertThat(began.share().failed()).isEqualTo(10);
            assertThat(began.share().total()).isEqualTo(10);
            assertThat(began.lastError()).isEqualTo("http_401");
        });
    }

    @Test
    void aShareOfExactlyTwentyPercentIsNotAboveIt() {
        attempts(80, null);
        assertThat(attempts(20, "timeout")).isEmpty();
        assertThat(attempt("timeout")).isPresent();
    }

    @Test
    void isAnnouncedOncePerEpisode() {
        attempts(9, "timeout");
        assertThat(attempt("timeout")).isPresent();
        assertThat(attempts(100, "timeout")).isEmpty();
    }

    @Test
    void endsOnlyWhenTheShareHasFallenWellBelowAndCanThenBeginAgain() {
        attempts(10, "timeout");
        assertThat(attempts(40, null)).as("20 percent is not the end").isEmpty();
        assertThat(attempts(49, null)).as("still above 10 percent").isEmpty();
        assertThat(attempt(null)).contains(new Episode.Ended(endpoint));
        assertThat(attempts(20, "timeout")).isPresent();
    }

    @Test
    void theWindowForgets() {
        attempts(9, "timeout");
        now.set(START.plus(Duration.ofMinutes(61)));
        assertThat(attempts(9, "timeout")).isEmpty();
        assertThat(attempt("timeout")).isPresent();
    }

    @Test
    void anEpisodeThatAnotherWorkerAnnouncedIsNotAnnouncedAgainAndItsEndIsNoticed() {
        degradation.restore(Map.of(endpoint, 3));
        assertThat(attempts(20, "timeout")).isEmpty();
        now.set(START.plus(Duration.ofMinutes(61)));
        assertThat(attempts(10, null)).contains(new Episode.Ended(endpoint));
    }

    @Test
    void forgetsTheShardsThatAnotherWorkerGoesOnWith() {
        attempts(10, "timeout");
        assertThat(degradation.endpoints()).isEqualTo(1);
        degradation.forget(Set.of(3));
        assertThat(degradation.endpoints()).isZero();
    }

    private Optional<Episode> attempts(int count, @Nullable String error) {
        Optional<Episode> last = Optional.empty();
        for (int i = 0; i < count; i++) {
            Optional<Episode> episode = attempt(error);
            last = episode.isPresent() ? episode : last;
        }
        return last;
    }

    private Optional<Episode> attempt(@Nullable String error) {
        return degradation.attempted(endpoint, 3, error);
    }
}
