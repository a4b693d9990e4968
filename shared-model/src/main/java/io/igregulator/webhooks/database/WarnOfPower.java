package io.igregulator.webhooks.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Warns at the start of a role that could do more than its service needs: change tables, or what is append-only. */
final class WarnOfPower implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(WarnOfPower.class);
    private static final String POWERS = """
            SELECT rolname, rolsuper, EXISTS (
                SELECT FROM pg_class c
                WHERE c.oid = to_regclass('audit_entry') AND pg_has_role(c.relowner, 'USAGE')) AS owner
            FROM pg_roles WHERE rolname = current_user
            """;

    private final JdbcClient jdbc;
    private final boolean development;

    WarnOfPower(JdbcClient jdbc, boolean development) {
        this.jdbc = jdbc;
        this.development = development;
    }

    private record Role(String name, boolean superuser, boolean owner) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (development) {
            return;
        }
        try {
            warn(read());
        } catch (DataAccessException e) {
            log.debug("PostgreSQL did not say what this role may do", e);
        }
    }

    private static void warn(Role role) {
        if (role.superuser() || role.owner()) {
            log.warn(
                    "PostgreSQL role {} is {}: this service needs to read and write rows only. Give it a role of its own"
                            + " (deploy/postgres/roles.sql), and the owner's to spring.flyway.user alone",
                    role.name(),
                    role.superuser() ? "a superuser" : "an owner of the tables");
        }
    }

    private Role read() {
        return jdbc.sql(POWERS)
                .query((row, number) ->
                        new Role(row.getString("rolname"), row.getBoolean("rolsuper"), row.getBoolean("owner")))
                .single();
    }
}
