package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import io.igregulator.webhooks.api.error.UnsuitableRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;

/**
 * A form that a page has sent. A controller that declares a parameter of this type gets it, or the request is refused before.
 * Line ends are as they were typed: browsers send CRLF for each.
 */
public final class Form {
    private static final int MAX_BYTES = 64 * 1024;

    private final MultiValueMap<String, String> fields;

    private Form(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static Form of(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw UnsuitableRequest.tooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw UnsuitableRequest.tooLarge();
        }
        if (bytes.length > 0 && !MediaTypes.is(request.getContentType(), MediaType.APPLICATION_FORM_URLENCODED)) {
            throw UnsuitableRequest.mediaType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        }
        return new Form(QueryText.parse(new String(bytes, StandardCharsets.US_ASCII)));
    }

    /** @throws InvalidRequest if there is a field that is none of these */
    public Form allowOnly(String... names) {
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(List.of(names));
        if (!unknown.isEmpty()) {
            throw InvalidRequest.unreadable("the form has a field that is not known");
        }
        return this;
    }

    /** Empty if the field is absent, without blanks at its ends. */
    public String text(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.getFirst().replace("\r\n", "\n").strip();
    }

    /** As a checkbox sends it, which is absent unless it is ticked. */
    public boolean isSet(String name) {
        return !text(name).isEmpty();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }
}
