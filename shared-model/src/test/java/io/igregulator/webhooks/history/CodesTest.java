package io.igregulator.webhooks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows outlive releases, so a code never changes: the enums and the migration that gave them out say the same. */
class CodesTest {
    private static final String MIGRATION = "/db/migration/V14__codes_in_history.sql";

    @ParameterizedTest
    @EnumSource
    void aStatusHasTheCodeOfTheMigration(DeliveryStatus status) {
        assertThat(migration())
                .contains("WHEN '%s' THEN %d\n".formatted(status.wireName(), status.code()))
                .contains("%d %s".formatted(status.code(), status.wireName()));
        assertThat(DeliveryStatus.ofCode(status.code())).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void anEventTypeHasTheCodeOfTheMigration(EventType type) {
        assertThat(migration())
                .contains("WHEN '%s' THEN %d\n".formatted(type.wireName(), type.code()))
                .contains("%d %s".formatted(type.code(), type.wireName()));
        assertThat(EventType.ofCode(type.code())).isEqualTo(type);
    }

    @Test
    void anythingElseIsNoCode() {
        assertThatThrownBy(() -> DeliveryStatus.ofCode(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventType.ofCode(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String migration() {
        try (InputStream in = CodesTest.class.getResourceAsStream(MIGRATION)) {
            return new String(Objects.requireNonNull(in, MIGRATION).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
