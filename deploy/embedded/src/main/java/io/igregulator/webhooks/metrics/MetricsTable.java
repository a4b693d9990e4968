package io.igregulator.webhooks.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Metrics with their labels: those that a document's section "Metrics" names, and a service's own of a scrape. */
public final class MetricsTable {
    private static final Pattern SECTION = Pattern.compile("## Metrics\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| `(webhook_\\w+)` \\| [^|]+ \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern SAMPLE = Pattern.compile("^(webhook_\\w+)(?:\\{(.*)})? ", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern PART = Pattern.compile("_(?:bucket|count|sum|max)$");
    /** On every series, and the bounds of buckets. */
    private static final Set<String> COMMON = Set.of("application", "le");

    private MetricsTable() {}

    public static Map<String, Set<String>> documented(Path document) throws IOException {
        String section = SECTION.matcher(Files.readString(document))
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow();
        Map<String, Set<String>> metrics = new TreeMap<>();
        ROW.matcher(section).results().forEach(row -> metrics.put(row.group(1), names(NAME, row.group(2))));
        return metrics;
    }

    public static Map<String, Set<String>> exported(String scrape) {
        Map<String, Set<String>> metrics = new TreeMap<>();
        SAMPLE.matcher(scrape).results().forEach(sample -> {
            String labels = sample.group(2) == null ? "" : sample.group(2);
            metrics.computeIfAbsent(PART.matcher(sample.group(1)).replaceFirst(""), name -> new TreeSet<>())
                    .addAll(names(LABEL, labels));
        });
        metrics.values().forEach(labels -> labels.removeAll(COMMON));
        return metrics;
    }

    private static Set<String> names(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        pattern.matcher(text).results().forEach((MatchResult found) -> names.add(found.group(1)));
        return names;
    }
}
