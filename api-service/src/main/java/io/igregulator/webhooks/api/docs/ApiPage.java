package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.OpenDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The pages that show the documents and let them be tried: ours around Swagger UI, all of it from this service. Their links are
 * relative, so both sides have the same files.
 */
@Component
final class ApiPage {
    private static final String SWAGGER_UI = "classpath:/META-INF/resources/webjars/swagger-ui/*/";
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    /** Nothing from elsewhere, nothing inline, no key to anywhere but here. Swagger UI draws its icons as data URLs. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private final OpenDocument ofPublic = page("page.html");
    private final OpenDocument ofOperator = page("operator-page.html");
    private final Map<String, OpenDocument> files = Map.of(
            "page.css", ours("page.css", CSS),
            "page.js", ours("page.js", SCRIPT),
            "swagger-ui.css", webjar("swagger-ui.css", CSS),
            "swagger-ui-bundle.js", webjar("swagger-ui-bundle.js", SCRIPT),
            "swagger-ui-bundle.js.LICENSE.txt", webjar("swagger-ui-bundle.js.LICENSE.txt", OpenDocument.TEXT),
            "favicon-32x32.png", webjar("favicon-32x32.png", MediaType.IMAGE_PNG));

    OpenDocument ofPublic() {
        return ofPublic;
    }

    OpenDocument ofOperator() {
        return ofOperator;
    }

    Optional<OpenDocument> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static OpenDocument page(String name) {
        return ours(name, OpenDocument.HTML)
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer");
    }

    private static OpenDocument ours(String name, MediaType type) {
        return read(new ClassPathResource("docs/" + name), type);
    }

    /** Whichever version is on the class path, of which there is one. */
    private static OpenDocument webjar(String name, MediaType type) {
        try {
            return read(new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI + name)[0], type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenDocument read(Resource resource, MediaType type) {
        try {
            return OpenDocument.of(type, resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
