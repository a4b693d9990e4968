package io.igregulator.webhooks.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRulesTest {
    /** The newest migration that was written before there were releases to be compatible with. Never raised. */
    private static final int BASELINE = 6;

    @Test
    void eachMigrationAfterTheBaselineOnlyAdds() throws IOException {
        for (Path file : Migrations.after(BASELINE)) {
            assertThat(violations(file.getFileName().toString(), Files.readString(file)))
                    .as(file.getFileName().toString())
                    .isEmpty();
        }
    }

    /** The rules find something where there is something to find: the baseline builds indexes on the history. */
    @Test
    void theBaselineItselfWouldBeRefused() throws IOException {
        assertThat(violations("V7__x.sql", Files.readString(Migrations.DIRECTORY.resolve("V4__deliveries.sql"))))
                .anyMatch(violation -> violation.startsWith("blocks writes to the history"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE endpoint DROP COLUMN url                                     | drops
            ALTER TABLE endpoint DROP url                                            | drops
            DROP TABLE recovery                                                      | drops
            DROP VIEW every_attempt                                                  | drops
            DROP FUNCTION drop_history_partition(text)                               | drops
            alter table endpoint alter column url drop default                       | drops
            DO $$ BEGIN DROP TABLE recovery; END $$                                  | drops
            ALTER TABLE endpoint RENAME url TO address                               | renames
            ALTER TABLE endpoint RENAME TO target                                    | renames
            ALTER TABLE endpoint ALTER COLUMN version TYPE bigint                    | changes a type
            ALTER TABLE endpoint ALTER version SET DATA TYPE bigint                  | changes a type
            ALTER TABLE endpoint ALTER COLUMN description SET NOT NULL               | requires
            CREATE INDEX a ON delivery (event_id)                                    | blocks writes
            CREATE UNIQUE INDEX IF NOT EXISTS a ON attempt USING btree (id)          | blocks writes
            ALTER TABLE endpoint ADD COLUMN a text NOT NULL                          | adds a column that
            ALTER TABLE endpoint ADD a text NOT NULL                                 | adds a column that
            ALTER TABLE endpoint ADD COLUMN a uuid DEFAULT gen_random_uuid()         | adds a column whose
            ALTER TABLE endpoint ADD COLUMN a timestamptz NOT NULL DEFAULT now()     | adds a column whose
            ALTER TABLE endpoint ADD COLUMN a numeric(9, 2), ADD COLUMN b bigserial  | adds a column whose
            ALTER TABLE endpoint ADD a int GENERATED ALWAYS AS IDENTITY              | adds a column whose
            """)
    void whatTheReleaseBeforeCannotLiveWithIsFound(String sql, String violation) {
        assertThat(violations("V7__x.sql", sql + ";")).isNotEmpty().anyMatch(found -> found.startsWith(violation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (id uuid PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());",
                "CREATE INDEX a ON endpoint (account_id);",
                "CREATE INDEX a ON ONLY delivery (event_id);",
                "CREATE INDEX CONCURRENTLY a ON delivery_20260101 (event_id);",
                "ALTER TABLE endpoint ADD COLUMN a text;",
                "ALTER TABLE endpoint ADD COLUMN a text NOT NULL DEFAULT 'a; DROP TABLE b', ADD b numeric(9, 2) DEFAULT 0;",
                "ALTER TABLE endpoint ADD COLUMN a boolean NOT NULL DEFAULT false;",
                "ALTER TABLE endpoint ADD COLUMN a text[] NOT NULL DEFAULT '{}'::text[];",
                "ALTER TABLE delivery DROP CONSTRAINT a, ADD CONSTRAINT a CHECK (status < 9) NOT VALID;",
                "-- DROP TABLE endpoint\nSELECT 1; /* RENAME */",
                "CREATE FUNCTION a() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE b; END $$;",
                "CREATE OR REPLACE VIEW every_attempt AS SELECT 1;"
            })
    void whatOnlyAddsIsAccepted(String sql) {
        assertThat(violations("V7__x.sql", sql)).isEmpty();
    }

    @Test
    void aContractingMigrationMayDropWhatItsNameAccountsFor() {
        String drop = "ALTER TABLE endpoint DROP COLUMN url;";

        assertThat(violations("V9__contract_since_7_drop_the_url.sql", drop)).isEmpty();
        assertThat(violations("V9__contract_since_9_drop_the_url.sql", drop)).hasSize(1);
        assertThat(violations("V9__contract_drop_the_url.sql", drop)).hasSize(1);
    }

    private static List<String> violations(String file, String sql) {
        return MigrationRules.violations(file, sql);
    }
}
