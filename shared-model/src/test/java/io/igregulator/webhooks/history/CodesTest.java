package io.igregulator.webhooks.history;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows outlive releases, so a code never changes: the enums and the migrations that assigned the codes say the same. */
class CodesTest {
    private static final String STATUSES = "/db/migration/V4__deliveries.sql";
    private static final String EVENT_TYPES = "/db/migration/V14__notices.sql";

    @Test
    void statusesHaveTheCodesOfTheMigration() {
        assertThat(migration(STATUSES))
                .contains("COMMENT ON COLUMN delivery.status IS '%s';"
                        .formatted(Stream.of(DeliveryStatus.values())
                                .map(status -> status.code() + " " + status.wireName())
                                .collect(joining(", "))))
                .contains("CHECK (status BETWEEN 1 AND %d)".formatted(DeliveryStatus.values().length));
    }

    @Test
    void eventTypesHaveTheCodesOfTheMigration() {
        assertThat(migration(EVENT_TYPES))
                .contains("COMMENT ON COLUMN delivery.event_type IS '%s';"
                        .formatted(Stream.of(EventType.values())
                                .map(type -> type.code() + " " + type.wireName())
                                .collect(joining(", "))))
                .containsSubsequence(
                        "CHECK (event_type BETWEEN 1 AND %d)".formatted(EventType.values().length),
                        "CHECK (event_type BETWEEN 1 AND %d)".formatted(EventType.values().length));
    }

    @ParameterizedTest
    @EnumSource
    void aStatusIsFoundByItsCode(DeliveryStatus status) {
        assertThat(DeliveryStatus.ofCode(status.code())).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void anEventTypeIsFoundByItsCode(EventType type) {
        assertThat(EventType.ofCode(type.code())).isEqualTo(type);
    }

    @Test
    void anythingElseIsNotACode() {
        assertThatThrownBy(() -> DeliveryStatus.ofCode(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventType.ofCode(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A text over several lines is joined, as PostgreSQL does. */
    private static String migration(String name) {
        try (InputStream in = CodesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("'\\s*\\n\\s*'", "")
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
