package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.PreconditionFailed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition of a change that its caller has read what it changes (RFC 9110, 13.1.1). A controller that declares a
 * parameter of this type gets it; the change checks it once the row is locked.
 *
 * @param tags the strong ones that were listed; empty if any state will do
 */
public record IfMatch(Optional<List<String>> tags) {
    private static final String HEADER = "If-Match";

    /** One element of a list, which may be empty, up to its comma or the end. */
    private static final Pattern ELEMENT =
            Pattern.compile("[ \\t]*(?:(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"))?[ \\t]*(,|$)");

    public IfMatch {
        tags = tags.map(List::copyOf);
    }

    /** That of a page, which has shown this state. */
    public static IfMatch shown(String tag) {
        return new IfMatch(Optional.of(List.of(tag)));
    }

    /** @throws InvalidRequest if the header is there and cannot be read */
    static IfMatch of(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders(HEADER));
        String value = String.join(",", lines).strip();
        return new IfMatch(lines.isEmpty() || value.equals("*") ? Optional.empty() : Optional.of(strongTags(value)));
    }

    /**
     * @param tag the entity tag of the state that is about to change
     * @throws PreconditionFailed if the caller has read another
     */
    public void require(String tag) {
        if (tags.isPresent() && !tags.get().contains(tag)) {
            throw new PreconditionFailed(HEADER);
        }
    }

    /** A weak tag is legal and matches nothing. */
    private static List<String> strongTags(String value) {
        List<String> strong = new ArrayList<>();
        boolean any = false;
        Matcher element = ELEMENT.matcher(value);
        int from = 0;
        do {
            if (!element.region(from, value.length()).lookingAt()) {
                throw malformed();
            }
            if (element.group(2) != null) {
                any = true;
                if (element.group(1) == null) {
                    strong.add(element.group(2));
                }
            }
            from = element.end();
        } while (element.group(3).equals(","));
        if (!any) {
            throw malformed();
        }
        return strong;
    }

    private static InvalidRequest malformed() {
        return InvalidRequest.field(
                HEADER,
                "'" + HEADER + "' is neither * nor a list of entity tags",
                "the ETag as it came, with its quotes");
    }
}
