package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.error.NotFound;
import io.igregulator.webhooks.api.web.OpenDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /docs/receivers}: the page for subscribers, the test vectors and the examples, served without a key. */
@RestController
final class ReceiversController {
    private final ReceiverPage page;
    private final ReceiverExamples examples;
    private final OpenDocument vectors;

    ReceiversController(ReceiverPage page, ReceiverExamples examples) throws IOException {
        this.page = page;
        this.examples = examples;
        this.vectors = ReceiverPage.guarded(OpenDocument.of(
                MediaType.APPLICATION_JSON, new ClassPathResource("signature/vectors.json").getContentAsByteArray()));
    }

    @GetMapping("/docs/receivers")
    ResponseEntity<Resource> page(HttpServletRequest request) {
        return page.content().answer(request);
    }

    @GetMapping("/docs/receivers/vectors.json")
    ResponseEntity<Resource> vectors(HttpServletRequest request) {
        return vectors.answer(request);
    }

    @GetMapping("/docs/receivers/examples/{language}/{*file}")
    ResponseEntity<Resource> example(
            @PathVariable("language") String language, @PathVariable("file") String file, HttpServletRequest request) {
        return examples.find(language + file).orElseThrow(NotFound::route).answer(request);
    }
}
