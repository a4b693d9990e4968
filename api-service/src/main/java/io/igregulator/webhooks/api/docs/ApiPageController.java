package io.igregulator.webhooks.api.docs;

import io.igregulator.webhooks.api.error.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /docs} and {@code GET /operator/docs}: the pages to read the two APIs and to try them. */
@RestController
final class ApiPageController {
    private final ApiPage page;

    ApiPageController(ApiPage page) {
        this.page = page;
    }

    @GetMapping("/docs")
    ResponseEntity<Resource> page(HttpServletRequest request) {
        return page.ofPublic().answer(request);
    }

    @GetMapping("/operator/docs")
    ResponseEntity<Resource> operatorsPage(HttpServletRequest request) {
        return page.ofOperator().answer(request);
    }

    @GetMapping({"/docs/{file}", "/operator/docs/{file}"})
    ResponseEntity<Resource> file(@PathVariable("file") String name, HttpServletRequest request) {
        return page.file(name).orElseThrow(NotFound::route).answer(request);
    }
}
