package io.igregulator.webhooks.benchmark.raw;

import java.net.URI;
import java.util.Map;

/**
 * A signed request as the worker would send it.
 *
 * @param headers in their order, besides {@code Content-Type} and {@code User-Agent}
 */
record RawRequest(URI uri, byte[] body, Map<String, String> headers) {}
