package io.igregulator.webhooks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of the schema. */
final class Migrations {
    static final Path DIRECTORY = Path.of("src/main/resources/db/migration");

    private static final Pattern VERSION = Pattern.compile("^V(\\d+)__");
    private static final Pattern TABLE = Pattern.compile("(?m)^CREATE (?:UNLOGGED )?TABLE (\\w+) \\(");
    private static final Pattern COMMENT = Pattern.compile("COMMENT ON TABLE (\\w+) IS\\s+'([^']*)';");

    private final String text;

    private Migrations(String text) {
        this.text = text;
    }

    static Migrations read() throws IOException {
        StringBuilder text = new StringBuilder();
        // In the order of their versions: a later comment replaces an earlier one.
        for (Path file : files().values()) {
            text.append(Files.readString(file));
        }
        return new Migrations(text.toString());
    }

    static int newest() throws IOException {
        return files().lastEntry().getKey();
    }

    static Collection<Path> after(int version) throws IOException {
        return files().tailMap(version, false).values();
    }

    /** The versioned ones. */
    private static NavigableMap<Integer, Path> files() throws IOException {
        NavigableMap<Integer, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(DIRECTORY)) {
            for (Path file : all.toList()) {
                Matcher name = VERSION.matcher(file.getFileName().toString());
                if (name.find()) {
                    files.put(Integer.parseInt(name.group(1)), file);
                }
            }
        }
        return files;
    }

    /** Partitions apart. */
    Set<String> tables() {
        return TABLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Table to comment. A comment over several lines is joined, as PostgreSQL does. */
    Map<String, String> comments() {
        Map<String, String> comments = new TreeMap<>();
        COMMENT.matcher(text.replaceAll("'\\s*\\n\\s*'", ""))
                .results()
                .forEach(found -> comments.put(found.group(1), found.group(2)));
        return comments;
    }
}
