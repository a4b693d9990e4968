package io.igregulator.webhooks.worker.error;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's last word, as an envelope: what it refuses itself never reaches a servlet. Public with a public constructor, since
 * Tomcat also creates it by name.
 */
public final class ErrorReport extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ErrorReport.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !mine(response)) {
            return;
        }
        try {
            Refusal.of(status).write(response);
        } catch (IOException e) {
            log.debug("the client left before it read the error", e);
        }
    }

    /** Also a bare status, which the actuator answers where a health group or component does not exist. */
    private static boolean mine(Response response) {
        return response.setErrorReported() || (!response.isError() && !response.isCommitted());
    }
}
