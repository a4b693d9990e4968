package io.igregulator.webhooks.api.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever a route, or the search for one, throws into the envelope. */
@RestControllerAdvice
final class ErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    @ExceptionHandler
    void write(Exception exception, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            // Half an answer must not look like a whole one: ErrorFilter ends the connection.
            throw exception;
        }
        ErrorWriter.write(errorOf(exception), response);
    }

    private static ApiError errorOf(Exception exception) {
        if (exception instanceof ApiError error) {
            return error;
        }
        if (exception instanceof ErrorResponse refusal) {
            String allow = refusal.getHeaders().getFirst(HttpHeaders.ALLOW);
            return StatusError.of(refusal.getStatusCode().value(), allow == null ? "" : allow);
        }
        if (exception instanceof InvalidParameterException unreadable) {
            return StatusError.of(unreadable.getErrorCode());
        }
        if (exception instanceof IOException) {
            LOG.debug("The connection broke while the request was read or answered", exception);
            return InvalidRequest.unreadable("the request cannot be read");
        }
        return Faults.of(exception);
    }
}
