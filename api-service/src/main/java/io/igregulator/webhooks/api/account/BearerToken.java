package io.igregulator.webhooks.api.account;

import io.igregulator.webhooks.access.BearerCredential;
import io.igregulator.webhooks.api.error.Unauthenticated;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** The credential of an {@code Authorization: Bearer …} header (RFC 6750). */
public final class BearerToken {
    private BearerToken() {}

    /**
     * @param expected what the header should look like, for the refusal
     * @throws Unauthenticated unless there is exactly one such header
     */
    public static String of(HttpServletRequest request, String expected) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.isEmpty()) {
            throw Unauthenticated.missing(expected);
        }
        return BearerCredential.of(headers).orElseThrow(() -> Unauthenticated.malformed(expected));
    }
}
