package io.igregulator.webhooks.api.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the servlet container dispatches after {@code sendError} or an exception outside the filters. */
@Controller
final class ErrorDispatchController implements ErrorController {
    @RequestMapping("/error")
    void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Without a status a client asked for /error by name, which is not one of our routes.
        ErrorWriter.write(status instanceof Integer code ? StatusError.of(code) : NotFound.route(), response);
    }
}
