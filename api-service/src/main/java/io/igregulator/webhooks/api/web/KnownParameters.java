package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Which query parameters a route takes, each at most once: a filter that is misspelt must not read as no filter. */
public record KnownParameters(List<String> names) {
    /** Those that say which part of a listing is wanted, on whichever route. */
    private static final Set<String> PAGINATION = Set.of("limit", "offset", "cursor");

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]{1,100}");

    public KnownParameters {
        names = List.copyOf(names);
    }

    public static KnownParameters of(String... names) {
        return new KnownParameters(List.of(names));
    }

    /** @throws InvalidRequest naming the first parameter that is not known, or given twice */
    public void check(MultiValueMap<String, String> given) {
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw unknown(name);
                });
        names.stream().filter(name -> size(given.get(name)) > 1).findFirst().ifPresent(name -> {
            String summary = "'" + name + "' is given more than once";
            throw PAGINATION.contains(name)
                    ? InvalidRequest.pagination(name, summary)
                    : InvalidRequest.field(name, summary);
        });
    }

    private InvalidRequest unknown(String name) {
        String suggestion =
                names.isEmpty() ? "the route takes no parameters" : "known parameters: " + String.join(", ", names);
        // A name that cannot be written, or goes on for pages, is not repeated.
        return PLAIN.matcher(name).matches()
                ? InvalidRequest.field(name, "the parameter is not known", suggestion)
                : InvalidRequest.unreadable("the query has a parameter that is not known");
    }

    private static int size(@Nullable Collection<String> values) {
        return values == null ? 0 : values.size();
    }
}
