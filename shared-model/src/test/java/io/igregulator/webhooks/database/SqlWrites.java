package io.igregulator.webhooks.database;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables that the SQL of a class writes. */
final class SqlWrites {
    /** Not the UPDATE of a conflict or of a row lock, which name no table. */
    private static final Pattern TARGET = Pattern.compile(
            "\\b(?:INSERT INTO|MERGE INTO|DELETE FROM|COPY|TRUNCATE(?: TABLE)?|(?<!DO )(?<!FOR )(?<!FOR NO KEY )UPDATE)\\b"
                    + "(?: ONLY\\b)? ?\"?([^ (\"]*)");

    private static final Pattern TEMPORARY = Pattern.compile("CREATE TEMPORARY TABLE (?:IF NOT EXISTS )?(\\w+)");

    /** Classes whose statements take the table's name as a parameter. */
    private static final Map<String, Set<String>> BY_PARAMETER = Map.of(
            "RemoveDeletedHistory", Set.of("attempt", "delivery"),
            "SweepDefault", Set.of("event", "delivery", "attempt", "publication"));

    private SqlWrites() {}

    /** @throws IllegalArgumentException for a statement whose table cannot be seen in its text */
    static Set<String> of(JavaSource source) {
        List<String> literals = source.literals();
        Set<String> temporary = matches(TEMPORARY, literals);
        Set<String> tables = new TreeSet<>();
        for (String target : matches(TARGET, literals)) {
            if (target.matches("\\w+")) {
                tables.add(target);
            } else {
                tables.addAll(byParameter(source, target));
            }
        }
        tables.removeAll(temporary);
        return tables;
    }

    private static Set<String> byParameter(JavaSource source, String target) {
        Set<String> tables = BY_PARAMETER.get(source.simpleName());
        if (tables == null) {
            throw new IllegalArgumentException("%s writes the table '%s': name it in the statement, or in this test"
                    .formatted(source.name(), target));
        }
        return tables;
    }

    private static Set<String> matches(Pattern pattern, List<String> literals) {
        return literals.stream()
                .flatMap(literal -> pattern.matcher(literal).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
