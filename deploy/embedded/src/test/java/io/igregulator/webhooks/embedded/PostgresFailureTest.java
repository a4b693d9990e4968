package io.igregulator.webhooks.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FATAL:  could not write to file "pg_wal/xlogtemp.9": No space left on device | there is no space left on the disk that holds /pg.
            LOG:  could not bind IPv4 address "127.0.0.1": Address already in use        | port 5 is taken by another process.
            initdb: error: could not create directory "/pg": Permission denied           | /pg is not writable.
            java.nio.file.AccessDeniedException: /pg                                     | /pg is not writable.
            java.nio.file.NoSuchFileException: /pg                                       | /pg is not a usable directory.
            FATAL:  data directory "/pg/data" has wrong ownership                        | /pg belongs to another user.
            FATAL:  database files are incompatible with server                          | /pg was written by another PostgreSQL version.
            unshare: unshare failed: Operation not permitted                             | this system forbids user namespaces
            """)
    void saysWhyInOneSentenceAndKeepsTheOutputAsTheCause(String output, String reason) {
        var failure = PostgresFailure.explain(output, Path.of("/pg"), 5);

        assertThat(failure).hasMessageStartingWith("PostgreSQL cannot start").hasMessageContaining(reason);
        assertThat(failure.getCause()).hasMessage(output);
    }
}
