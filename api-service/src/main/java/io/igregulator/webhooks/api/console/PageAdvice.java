package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.error.ApiErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows what a page throws as a page, before the envelope's turn. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageAdvice {
    private final ObjectProvider<ShowProblem> problems;

    PageAdvice(ObjectProvider<ShowProblem> problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void show(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw exception;
        }
        problems.getObject().show(ApiErrors.of(exception), request, response);
    }
}
