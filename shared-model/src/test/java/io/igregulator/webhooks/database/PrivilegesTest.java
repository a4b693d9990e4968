package io.igregulator.webhooks.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PrivilegesTest {
    @Test
    void theyAreGrantedAgainWithEachMigration() throws IOException {
        String text = Files.readString(Migrations.DIRECTORY.resolve("R__privileges.sql"));

        assertThat(number("As of V(\\d+)\\.", text))
                .as("Flyway does not run R__privileges.sql again unless it has changed")
                .isEqualTo(Migrations.newest());
        assertThat(number("known CONSTANT integer := (\\d+);", text))
                .as("it does nothing on a schema that is newer than this")
                .isEqualTo(Migrations.newest());
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
