package io.igregulator.webhooks.api.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text in the query of an address. */
public final class Query {
    private Query() {}

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
