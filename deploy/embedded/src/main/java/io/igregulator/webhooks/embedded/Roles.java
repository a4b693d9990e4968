package io.igregulator.webhooks.embedded;

import java.util.List;

/** The platform's roles in PostgreSQL, by the names that {@code deploy/postgres/roles.sql} gives them. */
public final class Roles {
    /** Owns the schema; migrations run as it. */
    public static final String OWNER = "webhooks_owner";

    public static final String API = "webhooks_api";
    public static final String WORKER = "webhooks_worker";

    static final List<String> ALL = List.of(OWNER, API, WORKER);

    private Roles() {}
}
