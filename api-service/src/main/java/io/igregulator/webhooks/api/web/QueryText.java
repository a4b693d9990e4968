package io.igregulator.webhooks.api.web;

import io.igregulator.webhooks.api.error.InvalidRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/** Reads the query of a URL and nothing else: the servlet's own parameters would read a form in the body as well. */
final class QueryText {
    private QueryText() {}

    /** @throws InvalidRequest if an escape is broken */
    static MultiValueMap<String, String> parse(@Nullable String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        if (query != null) {
            for (String pair : StringUtils.tokenizeToStringArray(query, "&", false, true)) {
                int equals = pair.indexOf('=');
                parameters.add(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.unreadable("the query cannot be read");
        }
    }
}
