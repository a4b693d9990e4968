package io.igregulator.webhooks.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Shares<String> shares = new Shares<>(2);

    @Test
    void eachOwnerHasItsOwnPlaces() {
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isFalse();
        assertThat(shares.take("b")).isTrue();
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        shares.take("a");
        shares.take("a");
        shares.giveBack("a");

        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isFalse();
    }

    @Test
    void whoWaitsGetsThePlaceThatIsGivenBack() throws Exception {
        shares.take("a");
        shares.take("a");
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return shares.take("a", LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        shares.giveBack("a");

        assertThat(waiting.get()).isTrue();
    }

    @Test
    void whoWaitsInVainHoldsNothing() throws InterruptedException {
        shares.take("a");
        shares.take("a");

        assertThat(shares.take("a", Duration.ofMillis(1))).isFalse();

        shares.giveBack("a");
        shares.giveBack("a");
        assertThatNullPointerException().isThrownBy(() -> shares.giveBack("a"));
    }
}
