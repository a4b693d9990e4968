package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.error.NotFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /docs/receivers}: the page for subscribers, the test vectors and the examples, for everybody. */
@RestController
final class ReceiversController {
    private final ReceiverPage page;
    private final ReceiverExamples examples;
    private final ReceiverFile vectors;

    ReceiversController(ReceiverPage page, ReceiverExamples examples) throws IOException {
        this.page = page;
        this.examples = examples;
        this.vectors = new ReceiverFile(
                MediaType.APPLICATION_JSON, new ClassPathResource("signature/vectors.json").getContentAsByteArray());
    }

    @GetMapping("/docs/receivers")
    ResponseEntity<byte[]> page() {
        return page.file().answer();
    }

    @GetMapping("/docs/receivers/vectors.json")
    ResponseEntity<byte[]> vectors() {
        return vectors.answer();
    }

    @GetMapping("/docs/receivers/examples/{language}/{*file}")
    ResponseEntity<byte[]> example(@PathVariable("language") String language, @PathVariable("file") String file) {
        String text = examples.find(language + file).orElseThrow(NotFound::route);
        return new ReceiverFile(ReceiverFile.TEXT, text.getBytes(StandardCharsets.UTF_8)).answer();
    }
}
