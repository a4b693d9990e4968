package io.igregulator.webhooks.api.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {
    private static final UUID EVENT = UUID.fromString("0193a5f0-0000-8000-8000-ffffffffffff");
    private static final FeedPosition POSITION = new FeedPosition(7_000_000_000L, EVENT);

    /** Two restores: the first took the numbers back to 100, the second to 50. */
    private static final Generations RESTORED_TWICE =
            new Generations(new TreeMap<>(Map.of(1, FeedPosition.startOf(100), 2, FeedPosition.startOf(50))));

    @Test
    void aTextNamesGenerationAndPosition() {
        FeedCursor restored = new FeedCursor(3, POSITION);

        assertThat(FeedCursor.parse(restored.text())).isEqualTo(restored);
    }

    @Test
    void withoutARestoreItIsWhatItAlwaysWas() {
        String text = "AQAAAAGhO4YAAZOl8AAAgACAAP_______w";

        assertThat(new FeedCursor(0, POSITION).text()).isEqualTo(text);
        assertThat(FeedCursor.parse(text)).isEqualTo(new FeedCursor(0, POSITION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AgAAAAGhO4YAAZOl8AAAgACAAP_______w",
                "AQAAAAMAAAABoTuGAAGTpfAAAIAAgAD_______8",
                "AQAA",
                "AwAAAAMAAAABoTuGAAGTpfAAAIAAgAD_______8"
            })
    void whatNoRouteReturnedIsRefused(String text) {
        assertThatThrownBy(() -> FeedCursor.parse(text)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void whatWasStoredBeforeTheRestoreKeepsItsPlace() {
        FeedPosition early = new FeedPosition(49, EVENT);

        assertThat(RESTORED_TWICE.translate(new FeedCursor(0, early))).isEqualTo(early);
        assertThat(RESTORED_TWICE.translate(new FeedCursor(1, early))).isEqualTo(early);
    }

    @Test
    void whatCameAfterItIsTakenBackToWhereTheNextGenerationBegins() {
        Generations once = new Generations(new TreeMap<>(Map.of(1, FeedPosition.startOf(100))));

        assertThat(once.translate(new FeedCursor(0, new FeedPosition(5_000, EVENT))))
                .isEqualTo(FeedPosition.startOf(100));
        assertThat(once.translate(new FeedCursor(1, new FeedPosition(5_000, EVENT))))
                .isEqualTo(new FeedPosition(5_000, EVENT));
        assertThat(RESTORED_TWICE.translate(new FeedCursor(0, new FeedPosition(5_000, EVENT))))
                .isEqualTo(FeedPosition.startOf(50));
        assertThat(RESTORED_TWICE.translate(new FeedCursor(2, new FeedPosition(70, EVENT))))
                .isEqualTo(new FeedPosition(70, EVENT));
    }

    @Test
    void aGenerationThatTheDatabaseDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> RESTORED_TWICE.translate(new FeedCursor(3, POSITION)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'cursor' is of another database");
    }

    @Test
    void newCursorsAreOfTheNewestGeneration() {
        assertThat(RESTORED_TWICE.cursor(POSITION)).isEqualTo(new FeedCursor(2, POSITION));
        assertThat(new Generations(new TreeMap<>()).cursor(POSITION)).isEqualTo(new FeedCursor(0, POSITION));
    }
}
