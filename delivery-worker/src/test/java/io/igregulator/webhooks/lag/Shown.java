package io.igregulator.webhooks.lag;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a process shows of what is behind and of what waits.
 *
 * @param series by name and group or reason
 * @param at when it was read, in milliseconds since 1970: ages are as of then
 */
record Shown(Map<String, Double> series, long at) {
    private static final Pattern SAMPLE = Pattern.compile(
            "^(webhook_(?:consumer_group_lag|consumer_lag_seconds|undelivered_\\w+|waiting_rows))(?:\\{(.*)})? (\\S+)$",
            Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(?:group|reason)=\"([\\w-]+)\"");

    static Shown of(String scrape) {
        long at = System.currentTimeMillis();
        Map<String, Double> series = new HashMap<>();
        SAMPLE.matcher(scrape).results().forEach(sample -> {
            String labels = sample.group(2) == null ? "" : sample.group(2);
            String label = LABEL.matcher(labels)
                    .results()
                    .map(found -> " " + found.group(1))
                    .findFirst()
                    .orElse("");
            series.put(sample.group(1) + label, Double.valueOf(sample.group(3)));
        });
        return new Shown(series, at);
    }
}
