package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.LicenseStatus;
import io.igregulator.webhooks.sql.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the registry of operators up to date with the events, one statement per batch. It comes after the deliveries
 * and never fails the batch: what a watchlist shows of an operator must not hold back an event.
 */
final class UpdateRegistry {
    private static final Logger log = LoggerFactory.getLogger(UpdateRegistry.class);
    private static final String UPSERT = """
            INSERT INTO operator AS known (slug, id, jurisdiction_code, license_status, status_at)
            SELECT news.slug, news.id, news.jurisdiction, news.status,
                CASE WHEN news.status IS NOT NULL THEN news.at END
            FROM unnest(:slugs, :ids, :jurisdictions, :statuses, :times)
                AS news (slug, id, jurisdiction, status, at)
            LEFT JOIN operator before ON before.slug = news.slug
            WHERE before.slug IS NULL
                OR (news.status IS NOT NULL AND (before.status_at IS NULL OR before.status_at < news.at))
                OR (before.id IS NULL AND news.id IS NOT NULL)
                OR (before.jurisdiction_code IS NULL AND news.jurisdiction IS NOT NULL)
            ORDER BY news.slug COLLATE "C"
            ON CONFLICT (slug) DO UPDATE SET
                id = coalesce(known.id, EXCLUDED.id),
                jurisdiction_code = CASE
                    WHEN EXCLUDED.status_at > coalesce(known.status_at, '-infinity')
                    THEN coalesce(EXCLUDED.jurisdiction_code, known.jurisdiction_code)
                    ELSE coalesce(known.jurisdiction_code, EXCLUDED.jurisdiction_code) END,
                license_status = CASE
                    WHEN EXCLUDED.status_at > coalesce(known.status_at, '-infinity')
                    THEN EXCLUDED.license_status
                    ELSE known.license_status END,
                status_at = greatest(known.status_at, EXCLUDED.status_at),
                updated_at = now()
            """;

    private final JdbcClient jdbc;
    private final ReadOperatorNews readNews = new ReadOperatorNews();

    UpdateRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void update(List<PublishedEvent> events) {
        // By slug: all writers of several operators lock them in this order.
        Map<String, OperatorNews> news = new TreeMap<>();
        events.stream()
                .map(readNews::read)
                .flatMap(Optional::stream)
                .forEach(one -> news.merge(one.slug(), one, OperatorNews::merge));
        if (!news.isEmpty()) {
            tryWrite(news.values());
        }
    }

    private void tryWrite(Collection<OperatorNews> news) {
        try {
            write(news);
        } catch (DataAccessException e) {
            log.warn(
                    "The registry misses news of {} operators: {}",
                    news.size(),
                    e.getMostSpecificCause().toString());
        }
    }

    /** Reads first what is there, since even an update that changes nothing would lock and write the row. */
    private void write(Collection<OperatorNews> news) {
        jdbc.sql(UPSERT)
                .param("slugs", Columns.of("text", news, OperatorNews::slug))
                .param("ids", Columns.of("text", news, OperatorNews::id))
                .param("jurisdictions", Columns.of("text", news, OperatorNews::jurisdiction))
                .param("statuses", Columns.of("text", news, UpdateRegistry::status))
                .param("times", Columns.of("timestamptz", news, OperatorNews::at))
                .update();
    }

    private static @Nullable String status(OperatorNews news) {
        LicenseStatus status = news.status();
        return status == null ? null : status.wireName();
    }
}
