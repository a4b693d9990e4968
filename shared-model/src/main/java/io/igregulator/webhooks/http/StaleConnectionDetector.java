package io.igregulator.webhooks.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Tells a reused connection that the receiver had already closed from one that it closed because of this request. */
final class StaleConnectionDetector extends HttpRequestExecutor {
    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        EndpointDetails details = connection.getEndpointDetails();
        long receivedBefore = details.getReceivedBytesCount();
        boolean reused = details.getResponseCount() > 0;
        try {
            return super.execute(request, connection, information, context);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            boolean silent = details.getReceivedBytesCount() == receivedBefore;
            throw reused && silent ? new StaleConnectionException(e) : e;
        }
    }
}
