package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.OpenDocument;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The style sheet and the script of all pages. */
@PageController
final class Assets {
    static final String FOLDER = "/assets/";

    /** Of the release, so that a page never meets the styles of another one in a cache. */
    private static final String VERSION = "v";

    private static final String FILE = FOLDER + "{file}";

    private final Map<String, OpenDocument> files = Map.of(
            "console.css", read("console.css", new MediaType("text", "css", StandardCharsets.UTF_8)),
            "console.js", read("console.js", new MediaType("text", "javascript", StandardCharsets.UTF_8)));

    @GetMapping({Paths.CONSOLE + FILE, Paths.PORTAL + FILE})
    ResponseEntity<Resource> file(
            @PathVariable("file") String name, @Takes(VERSION) QueryParameters version, HttpServletRequest request) {
        return Optional.ofNullable(files.get(name)).orElseThrow(NotFound::route).answer(request);
    }

    private static OpenDocument read(String name, MediaType type) {
        try {
            return OpenDocument.of(type, new ClassPathResource("console/" + name).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
