package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedPositionTest {
    private static final FeedPosition POSITION =
            new FeedPosition(7_000_000_000L, UUID.fromString("0193a5f0-0000-8000-8000-ffffffffffff"));

    @Test
    void theNextPositionIsTheNextInPostgresOrder() {
        assertThat(POSITION.next().event()).hasToString("0193a5f0-0000-8000-8001-000000000000");
        assertThat(new FeedPosition(7, new UUID(1, -1)).next()).isEqualTo(new FeedPosition(7, new UUID(2, 0)));
        assertThat(new FeedPosition(7, new UUID(-1, -1)).next()).isEqualTo(FeedPosition.startOf(8));
    }

    @Test
    void positionsCompareUnsigned() {
        FeedPosition low = new FeedPosition(7, new UUID(1, 1));
        FeedPosition high = new FeedPosition(7, new UUID(1, -1));

        assertThat(high).isGreaterThan(low);
        assertThat(new FeedPosition(-1, new UUID(0, 0))).isGreaterThan(high);
        assertThat(low.orLater(high)).isEqualTo(high);
        assertThat(high.orLater(low)).isEqualTo(high);
    }
}
