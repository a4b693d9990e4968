package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.time.DateTimes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The query parameters of a request. A route names those that it takes: a filter that is misspelt must not read as no filter. */
public final class QueryParameters {
    public static final String LIMIT = "limit";
    public static final String OFFSET = "offset";
    public static final String CURSOR = "cursor";

    /** Those that say which part of a listing is wanted, on whichever route. */
    private static final Set<String> PAGINATION = Set.of(LIMIT, OFFSET, CURSOR);

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final MultiValueMap<String, String> given;

    private QueryParameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    /** @throws InvalidRequest if an escape is broken */
    public static QueryParameters parse(@Nullable String query) {
        return new QueryParameters(QueryText.parse(query));
    }

    static QueryParameters of(HttpServletRequest request) {
        return parse(request.getQueryString());
    }

    /** @throws InvalidRequest naming the first parameter that is not known, or given twice */
    public void allowOnly(String... names) {
        List<String> known = List.of(names);
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name, known);
                });
        known.stream()
                .filter(name -> given.getOrDefault(name, List.of()).size() > 1)
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(name, "'" + name + "' is given more than once");
                });
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.getFirst(name));
    }

    /** The values of a parameter that takes several, with a comma between them; none if it is absent. */
    public List<String> several(String name) {
        return text(name).map(text -> List.of(text.split(",", -1))).orElse(List.of());
    }

    /** @throws InvalidRequest unless the parameter is absent or a UUID */
    public <T> Optional<T> id(String name, Function<String, T> parse) {
        return text(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw InvalidRequest.field(name, "'" + name + "' is not a UUID");
            }
        });
    }

    /** @throws InvalidRequest unless the parameter is absent, true or false */
    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidRequest.field(name, "'" + name + "' is not true or false");
        });
    }

    /** @throws InvalidRequest unless the parameter is absent or a point in time */
    public Optional<Instant> time(String name) {
        return text(name).map(text -> {
            try {
                return DateTimes.parse(text);
            } catch (DateTimeException e) {
                throw InvalidRequest.field(
                        name,
                        "'" + name + "' is not a date-time",
                        "ISO-8601 with an offset, such as 2026-04-20T12:00:00Z; a + has to be sent as %2B");
            }
        });
    }

    /** How many entries a page holds. */
    public int limit(int max, int fallback) {
        return number(LIMIT, 1, max, fallback);
    }

    /** @throws InvalidRequest unless the parameter is absent or a number in the range */
    public int number(String name, int min, int max, int fallback) {
        @Nullable String text = given.getFirst(name);
        if (text == null) {
            return fallback;
        }
        int number = WHOLE_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            throw refusal(name, "'" + name + "' is not a whole number from " + min + " to " + max);
        }
        return number;
    }

    private static InvalidRequest refusal(String name, String summary) {
        return PAGINATION.contains(name)
                ? InvalidRequest.pagination(name, summary)
                : InvalidRequest.field(name, summary);
    }

    private static InvalidRequest unknown(String name, List<String> known) {
        String suggestion =
                known.isEmpty() ? "the route takes no parameters" : "known parameters: " + String.join(", ", known);
        // A name that cannot be written, or is pages long, is not repeated.
        return PLAIN.matcher(name).matches()
                ? InvalidRequest.field(name, "the parameter is not known", suggestion)
                : InvalidRequest.unreadable("the query has a parameter that is not known");
    }
}
