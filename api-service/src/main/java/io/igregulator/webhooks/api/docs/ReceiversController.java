package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.StaticContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /docs/receivers}: the page for subscribers, the test vectors and the examples, served without a key. */
@RestController
final class ReceiversController {
    /** Styles are part of the page; nothing else is loaded, run, framed or sent. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ReceiverPage page;
    private final ReceiverExamples examples;
    private final StaticContent vectors;

    ReceiversController(ReceiverPage page, ReceiverExamples examples) throws IOException {
        this.page = page;
        this.examples = examples;
        this.vectors = StaticContent.of(
                MediaType.APPLICATION_JSON, new ClassPathResource("signature/vectors.json").getContentAsByteArray());
    }

    @GetMapping("/docs/receivers")
    ResponseEntity<byte[]> page() {
        return answer(page.content());
    }

    @GetMapping("/docs/receivers/vectors.json")
    ResponseEntity<byte[]> vectors() {
        return answer(vectors);
    }

    @GetMapping("/docs/receivers/examples/{language}/{*file}")
    ResponseEntity<byte[]> example(@PathVariable("language") String language, @PathVariable("file") String file) {
        String text = examples.find(language + file).orElseThrow(NotFound::route);
        return answer(StaticContent.of(StaticContent.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ResponseEntity<byte[]> answer(StaticContent content) {
        return content.open()
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .body(content.bytes());
    }
}
