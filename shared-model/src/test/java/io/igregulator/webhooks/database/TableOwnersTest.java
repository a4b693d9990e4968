package io.igregulator.webhooks.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A service writes its own tables alone: the comment on each table names its writers, the SQL in the code obeys. */
class TableOwnersTest {
    private static final String SHARED = "shared-model";
    private static final List<String> SERVICES = List.of("api-service", "delivery-worker");

    /**
     * No statement of a service names them: a trigger on endpoint and on watchlist_entry writes the first, the script of a
     * restore the second, and a trigger on endpoint the third.
     */
    private static final Map<String, Set<String>> WITHOUT_STATEMENT = Map.of(
            "recipient_change",
            Set.of("api-service", "delivery-worker"),
            "feed_generation",
            Set.of(),
            "endpoint_activity",
            Set.of("api-service"));

    private static final Pattern COMMENT = Pattern.compile("Written by (?<writers>.+); read by (?<readers>.+)\\.");
    private static final Path ARCHITECTURE = Path.of("../ARCHITECTURE.md");

    @Test
    void eachTableIsWrittenByTheServicesOfItsComment() throws IOException {
        assertThat(writersInCode()).isEqualTo(writersInComments());
    }

    @Test
    void eachTableSaysWhoWritesAndReadsIt() throws IOException {
        Migrations migrations = Migrations.read();

        assertThat(migrations.comments().keySet()).isEqualTo(migrations.tables());
        assertThat(migrations.comments().values())
                .allSatisfy(comment -> assertThat(comment).matches(COMMENT));
    }

    @Test
    void theArchitectureNamesTheSameWriters() throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(ARCHITECTURE)) {
            String[] cells = line.split("\\s*\\|\\s*", -1);
            if (cells.length == 5 && cells[1].startsWith("`")) {
                Set<String> writers = new TreeSet<>();
                for (int service = 0; service < SERVICES.size(); service++) {
                    if (!cells[2 + service].startsWith("reads") && !cells[2 + service].equals("–")) {
                        writers.add(SERVICES.get(service));
                    }
                }
                Pattern.compile("`(\\w+)`")
                        .matcher(cells[1])
                        .results()
                        .forEach(table -> documented.put(table.group(1), writers));
            }
        }
        assertThat(documented).isEqualTo(writersInComments());
    }

    @Test
    void aStatementIsFoundWhereverItStands() {
        String text = """
                // "INSERT INTO comment"
                String a = "UPDATE ONLY account SET name = 'x' WHERE id = ? FOR UPDATE";
                char quote = '"', escape = '\\\\';
                String b = \"""
                        WITH gone AS (
                            DELETE FROM
                                outbox
                        )
                        INSERT INTO operator AS known (slug) VALUES (?) ON CONFLICT (slug) DO UPDATE SET id = ?
                        \""";
                String c = "COPY delivery(id) FROM STDIN" + "TRUNCATE event" + "CREATE TEMPORARY TABLE t (x int)";
                String d = "INSERT INTO t VALUES (1)";
                """;

        assertThat(SqlWrites.of(new JavaSource("x.Y", text)))
                .containsExactlyInAnyOrder("account", "outbox", "operator", "delivery", "event");
    }

    @Test
    void aTableThatIsNotInTheTextIsRefused() {
        assertThatThrownBy(() -> SqlWrites.of(new JavaSource("x.Y", "sql(\"DELETE FROM %s\")")))
                .hasMessageContaining("x.Y writes the table '%s'");
        assertThatThrownBy(() -> SqlWrites.of(new JavaSource("x.Y", "sql(\"DELETE FROM \" + table)")))
                .hasMessageContaining("x.Y writes the table ''");
    }

    /** Shared code writes for each service that uses it. */
    private static Map<String, Set<String>> writersInCode() {
        Map<String, Set<String>> writers = new TreeMap<>();
        WITHOUT_STATEMENT.forEach((table, services) -> writers.put(table, new TreeSet<>(services)));
        for (String service : SERVICES) {
            JavaSource.of(service).forEach(source -> add(writers, source, Set.of(service)));
        }
        for (JavaSource source : JavaSource.of(SHARED)) {
            add(writers, source, usersOf(source));
        }
        return writers;
    }

    private static void add(Map<String, Set<String>> writers, JavaSource source, Set<String> services) {
        for (String table : SqlWrites.of(source)) {
            assertThat(services)
                    .as("services that use %s, which writes %s", source.name(), table)
                    .isNotEmpty();
            writers.computeIfAbsent(table, none -> new TreeSet<>()).addAll(services);
        }
    }

    private static Set<String> usersOf(JavaSource shared) {
        return SERVICES.stream()
                .filter(service -> JavaSource.of(service).stream().anyMatch(source -> source.imports(shared)))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> writersInComments() throws IOException {
        Map<String, Set<String>> writers = new TreeMap<>();
        Migrations.read().comments().forEach((table, comment) -> {
            String first = comment.substring(0, comment.indexOf("; read by "));
            writers.put(table, SERVICES.stream().filter(first::contains).collect(Collectors.toSet()));
        });
        return writers;
    }
}
