package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.StaticContent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /docs}: the page to read the API and to try it. */
@RestController
final class ApiPageController {
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

    private final ApiPage page;

    ApiPageController(ApiPage page) {
        this.page = page;
    }

    @GetMapping("/docs")
    ResponseEntity<byte[]> page() {
        return page.page()
                .open()
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .body(page.page().bytes());
    }

    @GetMapping("/docs/{file}")
    ResponseEntity<byte[]> file(@PathVariable("file") String name) {
        StaticContent content = page.file(name).orElseThrow(NotFound::route);
        return content.open().body(content.bytes());
    }
}
