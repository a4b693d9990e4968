package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.igregulator.webhooks.api.fixture.RunningApi;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A writer that hangs hides all later entries from all accounts: operators see for how long. */
class FeedHorizonIT {
    private static final Pattern AGE =
            Pattern.compile("^webhook_feed_horizon_age_seconds\\{.*} (\\S+)$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningApi api = RunningApi.strict();

    @Test
    void aTransactionThatHasWrittenAndStaysOpenShowsUntilItEnds() throws SQLException {
        await().atMost(PATIENCE).until(() -> age() == 0);
        try (Connection writer = api.connection();
                var statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id()");

            await().atMost(PATIENCE).until(() -> age() >= 5);
            writer.rollback();
        }
        await().atMost(PATIENCE).until(() -> age() == 0);
    }

    private double age() {
        var scraped =
                AGE.matcher(api.operator().get("/actuator/prometheus").is(200).body());
        assertThat(scraped.find()).isTrue();
        return Double.parseDouble(scraped.group(1));
    }
}
