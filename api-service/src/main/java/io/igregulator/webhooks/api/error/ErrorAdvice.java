package io.igregulator.webhooks.api.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever a route or its lookup throws into the envelope. */
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

    static ApiError method(HttpRequestMethodNotSupportedException refusal) {
        String @Nullable [] mapped = refusal.getSupportedMethods();
        return UnsuitableRequest.method(AllowedMethods.of(mapped == null ? List.of() : List.of(mapped)));
    }

    static ApiError errorOf(Exception exception) {
        if (exception instanceof ApiError error) {
            return error;
        }
        if (exception instanceof HttpRequestMethodNotSupportedException refusal) {
            return method(refusal);
        }
        if (exception instanceof ErrorResponse refusal) {
            return StatusError.of(refusal.getStatusCode().value());
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
