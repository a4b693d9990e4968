package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.StaticContent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /openapi.json}: the document, for people's tools. */
@RestController
final class OpenApiController {
    private final OpenApiDocument document;

    OpenApiController(OpenApiDocument document) {
        this.document = document;
    }

    /** A page of another origin may read it: it says nothing that is not public. */
    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> document() {
        StaticContent content = document.content();
        return content.open().header("Access-Control-Allow-Origin", "*").body(content.bytes());
    }
}
