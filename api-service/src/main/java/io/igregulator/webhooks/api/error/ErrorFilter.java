package io.igregulator.webhooks.api.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outermost of our filters, so that the others may simply throw. */
final class ErrorFilter extends HttpFilter {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorFilter.class);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ApiError e) {
            ErrorWriter.write(e, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted()) {
                LOG.error("Request failed when a part of its answer had been sent", e);
                throw cutOff(e);
            }
            ErrorWriter.write(Faults.of(e), response);
        }
    }

    /** Makes Tomcat end the connection, so that the client sees that something is missing. */
    private static CloseNowException cutOff(Exception cause) {
        return new CloseNowException(cause);
    }
}
