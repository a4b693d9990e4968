package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.StaticContent;
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

/** The page that shows the document and lets it be tried: ours around Swagger UI, all of it from this service. */
@Component
final class ApiPage {
    private static final String SWAGGER_UI = "classpath:/META-INF/resources/webjars/swagger-ui/*/";
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final StaticContent page = ours("page.html", StaticContent.HTML);
    private final Map<String, StaticContent> files = Map.of(
            "page.css", ours("page.css", CSS),
            "page.js", ours("page.js", SCRIPT),
            "swagger-ui.css", webjar("swagger-ui.css", CSS),
            "swagger-ui-bundle.js", webjar("swagger-ui-bundle.js", SCRIPT),
            "swagger-ui-bundle.js.LICENSE.txt", webjar("swagger-ui-bundle.js.LICENSE.txt", StaticContent.TEXT),
            "favicon-32x32.png", webjar("favicon-32x32.png", MediaType.IMAGE_PNG));

    StaticContent page() {
        return page;
    }

    Optional<StaticContent> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static StaticContent ours(String name, MediaType type) {
        return read(new ClassPathResource("docs/" + name), type);
    }

    /** Whichever version is on the class path, of which there is one. */
    private static StaticContent webjar(String name, MediaType type) {
        try {
            return read(new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI + name)[0], type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StaticContent read(Resource resource, MediaType type) {
        try {
            return StaticContent.of(type, resource.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
