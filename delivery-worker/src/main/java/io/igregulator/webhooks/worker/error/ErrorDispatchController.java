package io.igregulator.webhooks.worker.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the servlet container dispatches after {@code sendError} or an exception that reached it. */
@Controller
final class ErrorDispatchController implements ErrorController {
    private static final int NOT_FOUND = 404;

    @RequestMapping("/error")
    void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Without a status a client asked for /error by name, which is not a route.
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Refusal.of(status instanceof Integer code ? code : NOT_FOUND).write(response);
    }
}
