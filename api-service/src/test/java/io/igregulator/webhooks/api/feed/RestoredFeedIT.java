package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.event.FeedAudience;
import io.igregulator.webhooks.id.EventId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After a restore the database gives transaction numbers again that cursors have passed. */
class RestoredFeedIT {
    private static final String FEED = "/v1/watchlist/events";

    private final RunningApi api = RunningApi.with(Map.of());
    private final Client client = api.customer("enterprise").client();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aCursorOfBeforeTheRestoreMissesNothingThatIsStoredAfterIt() throws Exception {
        store();
        FeedCursor kept = FeedCursor.parse(poll("").json().path("next_cursor").asString());
        FeedCursor lost = new FeedCursor(0, FeedPosition.startOf(kept.position().transaction() + 1_000_000));

        restored();
        EventId after = store();

        assertThat(ids(poll("?cursor=" + kept.text()))).containsExactly(after.toString());
        Answer translated = poll("?cursor=" + lost.text());
        assertThat(ids(translated)).containsExactly(after.toString());
        String next = translated.json().path("next_cursor").asString();
        assertThat(FeedCursor.parse(next).generation()).isEqualTo(1);
        assertThat(ids(poll("?cursor=" + next))).isEmpty();
    }

    @Test
    void withoutTheScriptSuchACursorIsRefusedWithWhatToDo() {
        FeedCursor kept = FeedCursor.parse(poll("").json().path("next_cursor").asString());
        for (FeedCursor foreign : List.of(
                new FeedCursor(0, FeedPosition.startOf(kept.position().transaction() + 1_000_000)),
                new FeedCursor(1, kept.position()))) {
            Answer refusal = client.get(FEED + "?cursor=" + foreign.text())
                    .isError(400, "invalid_pagination", "invalid_input")
                    .blames("cursor");
            assertThat(refusal.json().path("details").path("suggestion").asString())
                    .contains("start again with 'since'");
        }
    }

    private void restored() throws IOException, SQLException {
        String script = Files.readString(Path.of("../deploy/postgres/restored.sql"));
        try (Connection connection = api.connection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private EventId store() throws SQLException {
        try (Connection connection = api.connection()) {
            return FeedEvents.store(connection, FeedAudience.EVERYONE);
        }
    }

    private Answer poll(String query) {
        return client.get(FEED + query).is(200);
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .path("events")
                .valueStream()
                .map(event -> event.path("event_id").asString())
                .toList();
    }
}
