package io.igregulator.webhooks.api.openapi;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until it is closed, every statement of the service that names a table fails, reading or writing. */
final class FailingDatabase implements AutoCloseable {
    private final JdbcClient database;

    private FailingDatabase(JdbcClient database, String state) {
        this.database = database;
        refuseWith(state);
        for (String table : tables()) {
            execute("CREATE POLICY refuse ON " + table + " USING (refuse())");
            execute("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY");
        }
    }

    /** Evaluated when a statement is planned, so that it fails for an empty table, too. */
    private void refuseWith(String state) {
        execute("""
                CREATE FUNCTION refuse() RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
                BEGIN
                    RAISE EXCEPTION 'refused' USING ERRCODE = '%s';
                END $$
                """.formatted(state));
    }

    /** As a defect of ours would. */
    static FailingDatabase byDefect(JdbcClient superuser) {
        return new FailingDatabase(superuser, "XX000");
    }

    /** As a PostgreSQL that is the primary no longer. */
    static FailingDatabase readOnly(JdbcClient superuser) {
        return new FailingDatabase(superuser, "25006");
    }

    @Override
    public void close() {
        for (String table : tables()) {
            execute("ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
        }
        execute("DROP FUNCTION refuse CASCADE");
    }

    /** One statement each, since one transaction over all would deadlock with the service's own. */
    private List<String> tables() {
        return database.sql("""
                        SELECT oid::regclass::text FROM pg_class
                        WHERE relkind IN ('r', 'p') AND NOT relispartition
                            AND relnamespace = current_schema()::regnamespace
                        """)
                .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private void execute(String statement) {
        database.sql(statement).update();
    }
}
