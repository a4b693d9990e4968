package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.web.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the form above a list of deliveries has set. A form sends an empty text for what is not set.
 *
 * @param set by the names of the API's parameters
 */
public record DeliveryChoice(Map<String, String> set) {
    static final String STATUS = "status";
    static final String EVENT = "event";
    static final String ANSWER = "answer";
    static final String SINCE = "since";
    static final String UNTIL = "until";

    /** What the last attempt met, in one choice: a class of answers, or an error. */
    private static final List<String> ANSWERS = List.of("2xx", "3xx", "4xx", "5xx", "timeout");

    public DeliveryChoice {
        set = Map.copyOf(set);
    }

    static DeliveryChoice of(QueryParameters parameters) {
        Map<String, String> set = new LinkedHashMap<>();
        for (String name : List.of(STATUS, EVENT, ANSWER, SINCE, UNTIL)) {
            parameters.text(name).filter(text -> !text.isEmpty()).ifPresent(text -> set.put(name, text));
        }
        return new DeliveryChoice(set);
    }

    public String of(String name) {
        return Objects.requireNonNullElse(set.get(name), "");
    }

    public boolean isEmpty() {
        return set.isEmpty();
    }

    public List<String> answers() {
        return ANSWERS;
    }

    /** As the API's listing takes it. */
    QueryParameters parameters(String cursor) {
        Map<String, String> query = new LinkedHashMap<>(set);
        query.remove(ANSWER);
        if (!of(ANSWER).isEmpty()) {
            query.put(of(ANSWER).endsWith("xx") ? "http_status" : "error", of(ANSWER));
        }
        // A field for a time has no zone; the page says that it is UTC.
        query.computeIfPresent(SINCE, (name, time) -> inUtc(time));
        query.computeIfPresent(UNTIL, (name, time) -> inUtc(time));
        if (!cursor.isEmpty()) {
            query.put(QueryParameters.CURSOR, cursor);
        }
        return QueryParameters.parse(joined(query));
    }

    private static String inUtc(String time) {
        return time.length() == "2026-11-26T14:20".length() ? time + ":00Z" : time + "Z";
    }

    /** For the address of the next page. */
    public String query() {
        return joined(set);
    }

    private static String joined(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Query.encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }
}
