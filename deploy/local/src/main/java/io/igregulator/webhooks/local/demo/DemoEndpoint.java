package io.igregulator.webhooks.local.demo;

import io.igregulator.webhooks.id.EndpointId;
import java.net.URI;

/** An endpoint the demonstration made, with the secret only its maker knows. */
record DemoEndpoint(String hook, EndpointId id, URI url, String secret) {
    DemoEndpoint movedTo(URI newUrl) {
        return new DemoEndpoint(hook, id, newUrl, secret);
    }

    @Override
    public String toString() {
        return "DemoEndpoint[" + hook + ", " + id + "]";
    }
}
