package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.web.OpenDocument;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /openapi.json}, and the operator's: the documents, for people's tools. */
@RestController
final class OpenApiController {
    private final OpenDocument ofPublic;
    private final OpenDocument ofOperator;

    /** A page of another origin may read the public one. The operator's says nothing secret, to those who reach its port. */
    OpenApiController(OpenApiDocuments documents) {
        this.ofPublic = documents.ofPublic().with("Access-Control-Allow-Origin", "*");
        this.ofOperator = documents.ofOperator();
    }

    @GetMapping("/openapi.json")
    ResponseEntity<Resource> document(HttpServletRequest request) {
        return ofPublic.answer(request);
    }

    @GetMapping("/operator/openapi.json")
    ResponseEntity<Resource> operatorsDocument(HttpServletRequest request) {
        return ofOperator.answer(request);
    }
}
