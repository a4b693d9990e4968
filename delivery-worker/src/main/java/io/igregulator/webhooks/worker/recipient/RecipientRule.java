package io.igregulator.webhooks.worker.recipient;

/**
 * The rule in SQL. Its parameters are {@code types}, {@code families}, {@code operators} and {@code degraded}, one entry per {@link Audience};
 * its columns the number of the audience, counted from 1, and the endpoint's id, account and version.
 */
public final class RecipientRule {
    // One branch per index: subscriptions, those beyond a watchlist, watchers of an operator, those of an account.
    // An event of an operator must not walk through all who watch others.
    private static final String RULE = """
            WITH batch AS (
                SELECT *, ARRAY[type, family, '*'] AS patterns
                FROM unnest(:types, :families, :operators, :degraded)
                    WITH ORDINALITY AS row (type, family, operator, degraded, number)
            )
            SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
            FROM batch
            JOIN endpoint ON %1$s AND endpoint.events && batch.patterns
            WHERE batch.degraded IS NULL AND batch.operator IS NULL
            UNION ALL
            SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
            FROM batch
            JOIN endpoint ON %1$s AND NOT endpoint.watchlist_only
                AND endpoint.events && batch.patterns
            WHERE batch.degraded IS NULL AND batch.operator IS NOT NULL
            UNION ALL
            SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
            FROM batch
            JOIN watchlist_entry watched ON watched.operator_slug = batch.operator
            JOIN endpoint ON endpoint.account_id = watched.account_id
            WHERE %1$s AND endpoint.watchlist_only AND endpoint.events && batch.patterns
            UNION ALL
            SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
            FROM batch
            JOIN endpoint degraded ON degraded.id = batch.degraded
            JOIN endpoint ON endpoint.account_id = degraded.account_id AND endpoint.id <> degraded.id
            WHERE %1$s AND endpoint.events && batch.patterns
            """;

    /** Every endpoint that gets the event now. */
    public static final String ACTIVE_ENDPOINTS = RULE.formatted("endpoint.active");

    /**
     * The same, and the endpoints of the account {@code operator} for a notice whose account has no other endpoint, an address for
     * notices included.
     */
    public static final String ACTIVE_ENDPOINTS_OR_OPERATOR = ACTIVE_ENDPOINTS + """
            UNION ALL
            SELECT batch.number, endpoint.id, endpoint.account_id, endpoint.version
            FROM batch
            JOIN endpoint degraded ON degraded.id = batch.degraded AND degraded.account_id <> :operator
            JOIN endpoint ON endpoint.account_id = :operator
            WHERE endpoint.active AND endpoint.events && batch.patterns
                AND NOT EXISTS (
                    SELECT FROM endpoint other
                    WHERE other.account_id = degraded.account_id AND other.id <> degraded.id)
            """;

    /** The endpoint {@code endpoint} alone, whether it is active or not. */
    static final String ONE_ENDPOINT = RULE.formatted("endpoint.id = :endpoint");

    private RecipientRule() {}
}
