package io.igregulator.webhooks.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivilegesTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void theyAreGrantedAgainWithEachMigration() throws IOException {
        int last;
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            last = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> number("^V(\\d+)__", name))
                    .max()
                    .orElseThrow();
        }

        assertThat(number("As of V(\\d+)\\.", Files.readString(MIGRATIONS.resolve("R__privileges.sql"))))
                .as("Flyway does not run R__privileges.sql again unless it has changed")
                .isEqualTo(last);
    }

    private static int number(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(0);
    }
}
