package io.igregulator.webhooks.api.figures;

import io.igregulator.webhooks.figures.AttemptCounts;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums an endpoint's figures: those of the last seconds from the batches of all, older ones from the endpoint's part. PostgreSQL
 * cuts the endpoint's entries out, which stand together in each row. One statement, so that what is being moved counts once.
 */
@Component
public final class ReadFigures {
    private static final String READ = """
            SELECT at, substring(counts FROM place FOR :most) AS counts
            FROM (
                SELECT minute AS at, counts, position(:id IN counts) AS place
                FROM figures_batch
                WHERE minute >= :since AND minute < :until
                UNION ALL
                SELECT minute, counts, position(:id IN counts)
                FROM figures_minute
                WHERE part = :part AND minute >= :since AND minute < :until
                UNION ALL
                SELECT hour, counts, position(:id IN counts)
                FROM figures_hour
                WHERE part = :part AND hour >= :since AND hour < :until
            ) f
            WHERE place > 0
            """;

    private final JdbcClient jdbc;

    ReadFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the start of their span, those without an attempt left out. */
    public NavigableMap<Instant, Figures> bySpan(EndpointId endpoint, Instant since, Instant until, Step step) {
        NavigableMap<Instant, Figures> spans = new TreeMap<>();
        read(endpoint, since, until, at -> spans.computeIfAbsent(at.truncatedTo(step.unit()), none -> new Figures()));
        return spans;
    }

    public Figures total(EndpointId endpoint, Instant since, Instant until) {
        Figures total = new Figures();
        read(endpoint, since, until, at -> total);
        return total;
    }

    @FunctionalInterface
    private interface Sums {
        Figures of(Instant at);
    }

    private void read(EndpointId endpoint, Instant since, Instant until, Sums sums) {
        jdbc.sql(READ)
                .param("id", AttemptCounts.bytes(endpoint))
                .param("most", AttemptCounts.MOST_BYTES)
                .param("part", AttemptCounts.part(endpoint))
                .param("since", SqlTime.of(since))
                .param("until", SqlTime.of(until))
                .query(row -> {
                    Figures figures = sums.of(Rows.instant(row, "at"));
                    AttemptCounts.read(endpoint, row.getBytes("counts"), figures::add);
                });
    }
}
