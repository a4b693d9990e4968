package io.igregulator.webhooks.event;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an endpoint subscribes to: one type by its name, the types of a family ({@code license.*}) or all types ({@code *}), those
 * included that are added later. Whatever is stored is one: a newer release may know more.
 */
public record EventPattern(String text) {
    private static final String ALL = "*";

    private static final Map<EventType, List<String>> COVERING = Arrays.stream(EventType.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), type -> List.of(type.wireName(), family(type), ALL)));

    private static final Set<String> KNOWN =
            COVERING.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    public EventPattern {
        Objects.requireNonNull(text, "text");
    }

    public static EventPattern of(EventType type) {
        return new EventPattern(type.wireName());
    }

    /** Empty for what covers no type. */
    public static Optional<EventPattern> parse(String text) {
        return KNOWN.contains(text) ? Optional.of(new EventPattern(text)) : Optional.empty();
    }

    /** The texts of all patterns that cover a type: its name, its family and that of all types. */
    public static List<String> covering(EventType type) {
        return Objects.requireNonNull(COVERING.get(type));
    }

    /** The pattern of all types of the same family. */
    public static String family(EventType type) {
        String name = type.wireName();
        return name.substring(0, name.indexOf('.') + 1) + ALL;
    }

    /** Every pattern that is not a type's name, for errors. */
    public static String wildcards() {
        Set<String> wildcards = new LinkedHashSet<>();
        Arrays.stream(EventType.values()).map(EventPattern::family).forEach(wildcards::add);
        wildcards.add(ALL);
        return String.join(", ", wildcards);
    }
}
