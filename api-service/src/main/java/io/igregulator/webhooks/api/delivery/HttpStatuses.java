package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTTP statuses, single ones such as {@code 503} and classes such as {@code 5xx}. */
record HttpStatuses(List<Span> spans) {
    private static final Pattern SHAPE = Pattern.compile("[1-9]([0-9]{2}|xx)");
    private static final Span SUCCESS = new Span(200, 299);

    HttpStatuses {
        spans = List.copyOf(spans);
    }

    /** Both ends are inside. */
    record Span(int first, int last) {
        private boolean meets(Span other) {
            return first <= other.last && other.first <= last;
        }

        private boolean within(Span other) {
            return other.first <= first && last <= other.last;
        }
    }

    /** @throws InvalidRequest blaming the parameter, if one of the texts is neither */
    static HttpStatuses of(String parameter, List<String> texts) {
        return new HttpStatuses(
                texts.stream().map(text -> span(parameter, text)).toList());
    }

    boolean someSucceed() {
        return spans.stream().anyMatch(SUCCESS::meets);
    }

    boolean allSucceed() {
        return spans.stream().allMatch(span -> span.within(SUCCESS));
    }

    /** As PostgreSQL's {@code int4multirange}. */
    String multirange() {
        return spans.stream()
                .map(span -> "[" + span.first() + "," + span.last() + "]")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Span span(String parameter, String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw InvalidRequest.field(
                    parameter, "there is no such HTTP status", "one such as 503, or a class such as 5xx");
        }
        return text.endsWith("xx")
                ? new Span(Integer.parseInt(text.charAt(0) + "00"), Integer.parseInt(text.charAt(0) + "99"))
                : new Span(Integer.parseInt(text), Integer.parseInt(text));
    }
}
