package io.igregulator.webhooks.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.outbox.OutboxMessage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxRowsIT {
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void aRoundTakesNoMoreThanFitsIntoMemoryAndLeavesNothingBehind() {
        try (RelayFixture fixture = new RelayFixture()) {
            OutboxRows rows = new OutboxRows(fixture.jdbc);
            fixture.outbox.write(Collections.nCopies(40, new OutboxMessage("large", "k", new byte[MEBIBYTE])));
            fixture.outbox.write(new OutboxMessage("huge", "k", new byte[17 * MEBIBYTE]));
            fixture.outbox.write(List.of(new OutboxMessage("small", "k", new byte[1])));

            assertThat(taken(rows)).hasSize(16);
            assertThat(taken(rows)).hasSize(16);
            assertThat(taken(rows)).extracting(OutboxRow::topic).hasSize(9).endsWith("huge");
            assertThat(taken(rows)).extracting(OutboxRow::topic).containsExactly("small");
            assertThat(taken(rows)).isEmpty();
        }
    }

    private static List<OutboxRow> taken(OutboxRows rows) {
        List<OutboxRow> first = rows.first(500);
        rows.delete(first);
        return first;
    }
}
