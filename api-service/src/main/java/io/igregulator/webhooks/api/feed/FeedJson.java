package io.igregulator.webhooks.api.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes a page around the very bytes that were published. */
final class FeedJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private FeedJson() {}

    static byte[] of(FeedPage page) {
        FeedJson json = new FeedJson();
        json.write("{\"events\":[");
        String separator = "";
        for (byte[] body : page.bodies()) {
            json.write(separator);
            json.out.writeBytes(utf8(body));
            separator = ",";
        }
        json.write("],\"next_cursor\":\"" + page.next().cursor() + "\"}");
        return json.out.toByteArray();
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What was published with a byte order mark, or in UTF-16, would make the whole answer unreadable. */
    private static byte[] utf8(byte[] body) {
        boolean plain = body.length > 1 && (body[0] == '{' || Character.isWhitespace(body[0])) && body[1] != 0;
        return plain ? body : JSON.writeValueAsBytes(JSON.readTree(body));
    }
}
