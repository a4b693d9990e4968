package io.igregulator.webhooks.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;

/** Whether a client takes gzip, by its {@code Accept-Encoding} (RFC 9110, 12.5.3). */
final class AcceptedCoding {
    /** With a weight of 0 it is refused. */
    private static final Pattern GZIP = Pattern.compile(
            "(x-)?gzip([ \\t]*;[ \\t]*q=(1(\\.0{0,3})?|0\\.(?!0+$)[0-9]{1,3}))?", Pattern.CASE_INSENSITIVE);

    private AcceptedCoding() {}

    static boolean isGzip(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept-Encoding")).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(coding -> GZIP.matcher(coding.strip()).matches());
    }
}
