package io.igregulator.webhooks.api.idempotency;

import io.igregulator.webhooks.api.error.RepeatRefused;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.secret.EncryptedSecret;
import io.igregulator.webhooks.secret.SecretCipher;
import io.igregulator.webhooks.sql.SqlTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers as rows, encrypted like secrets: some of them hold one, which is stored in the clear nowhere. */
@Component
final class AnswerStore {
    /** Sets these locks apart from any other of the database: "repeat" in ASCII. */
    private static final long LOCKS = 0x726570656174L;

    private static final String FIND = """
            SELECT sha256 = sha256(?) AS same, key_id, sealed
            FROM idempotent_answer WHERE scope = ? AND key = ? AND expires_at > ?
            """;
    private static final String KEEP = """
            INSERT INTO idempotent_answer (account_id, key, sha256, key_id, sealed, created_at, expires_at)
            VALUES (?, ?, sha256(?), ?, ?, ?, ?)
            ON CONFLICT (scope, key) DO UPDATE
            SET sha256 = EXCLUDED.sha256, key_id = EXCLUDED.key_id, sealed = EXCLUDED.sealed,
                created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at
            """;

    private static final UUID OPERATOR = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final SecretCipher cipher;
    private final IdempotencyProperties properties;
    private final InstantSource clock;

    AnswerStore(JdbcClient jdbc, SecretCipher cipher, IdempotencyProperties properties, InstantSource clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.properties = properties;
        this.clock = clock;
    }

    /** False while another transaction holds the key. It lasts until the transaction ends. */
    boolean lock(RepeatableRequest request, String key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(?, ?))")
                .param(context(request, key))
                .param(LOCKS)
                .query(Boolean.class)
                .single();
    }

    /** @throws RepeatRefused if the key is another request's */
    Optional<Answer> find(RepeatableRequest request, String key) {
        return jdbc.sql(FIND)
                .param(request.content())
                .param(scope(request.account()))
                .param(key)
                .param(SqlTime.of(clock.instant()))
                .query((row, number) -> {
                    if (!row.getBoolean("same")) {
                        throw RepeatRefused.otherRequest(IdempotencyKey.HEADER);
                    }
                    EncryptedSecret sealed = new EncryptedSecret(row.getString("key_id"), row.getBytes("sealed"));
                    return Answer.parse(cipher.open(sealed, context(request, key)));
                })
                .optional();
    }

    /** In the place of one that has expired, if there is one. */
    void keep(RepeatableRequest request, String key, Answer answer) {
        EncryptedSecret sealed = cipher.seal(answer.toBytes(), context(request, key));
        Instant now = clock.instant();
        jdbc.sql(KEEP)
                .param(request.account() == null ? null : request.account().value())
                .param(key)
                .param(request.content())
                .param(sealed.keyId())
                .param(sealed.bytes())
                .param(SqlTime.of(now))
                .param(SqlTime.of(now.plus(properties.keep())))
                .update();
    }

    private static UUID scope(@Nullable AccountId account) {
        return account == null ? OPERATOR : account.value();
    }

    /** An answer that is copied to another row does not open. */
    private static String context(RepeatableRequest request, String key) {
        return "answer " + scope(request.account()) + " " + key;
    }
}
