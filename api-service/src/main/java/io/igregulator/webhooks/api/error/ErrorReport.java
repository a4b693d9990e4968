package io.igregulator.webhooks.api.error;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's last word, as an envelope: malformed request lines, illegal characters and over-large headers never reach a
 * servlet. Public with a public constructor, since Tomcat also creates it by name.
 */
public final class ErrorReport extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReport.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = OverLargeHead.statusOf(request, throwable).orElse(response.getStatus());
        if (status < 400 || response.getContentWritten() > 0 || !mine(response)) {
            return;
        }
        try {
            String allow = response.getHeader("Allow");
            ErrorWriter.write(StatusError.of(status, allow == null ? "" : allow), response);
        } catch (IOException e) {
            LOG.debug("The client left before it read the error", e);
        }
    }

    /** Also a bare status, which the actuator answers where a health group or component does not exist. */
    private static boolean mine(Response response) {
        return response.setErrorReported() || (!response.isError() && !response.isCommitted());
    }
}
