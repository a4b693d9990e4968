package io.igregulator.webhooks.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens JSON answers that are written in parts, as they are read, because as a whole they could be large. */
@Component
public final class JsonAnswer {
    private final JsonMapper json;

    JsonAnswer(JsonMapper json) {
        this.json = json;
    }

    /** What fails from here on ends the connection, as the status has been sent. */
    public Parts begin(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        return new Parts(response.getOutputStream());
    }

    /** The parts, which together have to be one JSON value. */
    public final class Parts {
        private final OutputStream out;

        private Parts(OutputStream out) {
            this.out = out;
        }

        public void raw(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void raw(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        public void value(@Nullable Object value) throws IOException {
            out.write(json.writeValueAsBytes(value));
        }

        /** An object without its closing brace, so that fields may follow. */
        public void openObject(Object value) throws IOException {
            byte[] bytes = json.writeValueAsBytes(value);
            out.write(Arrays.copyOf(bytes, bytes.length - 1));
        }
    }
}
