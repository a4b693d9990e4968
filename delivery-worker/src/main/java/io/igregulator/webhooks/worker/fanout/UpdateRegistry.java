package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.LicenseStatus;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Keeps the registry of operators abreast of the events, one statement a batch. It comes after the deliveries and never
 * fails the batch: what a watchlist shows of an operator is no reason to hold back an event.
 */
final class UpdateRegistry {
    private static final Logger log = LoggerFactory.getLogger(UpdateRegistry.class);

    private final JdbcClient jdbc;
    private final ReadOperatorNews readNews = new ReadOperatorNews();

    UpdateRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void update(List<PublishedEvent> events) {
        // By slug: all who write several operators lock them in this order.
        Map<String, OperatorNews> news = new TreeMap<>();
        events.stream()
                .map(readNews::read)
                .flatMap(Optional::stream)
                .forEach(one -> news.merge(one.slug(), one, OperatorNews::and));
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
        jdbc.sql("""
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
                            id = coalesce(known.id, excluded.id),
                            jurisdiction_code = CASE
                                WHEN excluded.status_at > coalesce(known.status_at, '-infinity')
                                THEN coalesce(excluded.jurisdiction_code, known.jurisdiction_code)
                                ELSE coalesce(known.jurisdiction_code, excluded.jurisdiction_code) END,
                            license_status = CASE
                                WHEN excluded.status_at > coalesce(known.status_at, '-infinity')
                                THEN excluded.license_status
                                ELSE known.license_status END,
                            status_at = greatest(known.status_at, excluded.status_at),
                            updated_at = now()
                        """)
                .param("slugs", column("text", news, OperatorNews::slug))
                .param("ids", column("text", news, OperatorNews::id))
                .param("jurisdictions", column("text", news, OperatorNews::jurisdiction))
                .param("statuses", column("text", news, UpdateRegistry::status))
                .param("times", column("timestamptz", news, one -> Timestamp.from(one.at())))
                .update();
    }

    private static @Nullable String status(OperatorNews news) {
        LicenseStatus status = news.status();
        return status == null ? null : status.wireName();
    }

    private static SqlArrayValue column(
            String type, Collection<OperatorNews> news, Function<OperatorNews, @Nullable Object> value) {
        return new SqlArrayValue(type, news.stream().map(value).toArray());
    }
}
