package io.igregulator.webhooks.http;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;

/**
 * Sends once more, on a new connection, what met a kept-alive connection that the receiver had closed meanwhile.
 *
 * <p>A receiver may close an idle connection at any moment, and no check beforehand can rule out that it just does; that
 * is nobody's failure and must not count against the endpoint. Nothing was answered, so the receiver most likely never
 * saw the request; where it did, the repeat falls under "at least once" and carries the same event id. It happens once,
 * within the same deadline.
 */
final class ResendOnStaleConnection implements ExecChainHandler {
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        // The first try adds headers that a second one must not find.
        Header[] headers = request.getHeaders();
        try {
            return chain.proceed(request, scope);
        } catch (StaleConnectionException e) {
            if (scope.execRuntime.isExecutionAborted()) {
                throw e;
            }
            connectAfresh(scope);
            request.setHeaders(headers);
            return chain.proceed(request, scope);
        }
    }

    /** The pool may hand out another connection of the same age, which would be as dead. */
    private static void connectAfresh(ExecChain.Scope scope) throws IOException {
        ExecRuntime runtime = scope.execRuntime;
        runtime.acquireEndpoint(scope.exchangeId, scope.route, null, scope.clientContext);
        runtime.disconnectEndpoint();
        runtime.connectEndpoint(scope.clientContext);
    }
}
