package io.igregulator.webhooks.benchmark.raw;

/** An HTTP client that is measured with nothing around it. */
interface RawSender extends AutoCloseable {
    /** Does beforehand what this client can do once per receiver and request. */
    Post prepare(RawRequest request);

    @Override
    void close();

    /** One request that can be sent again and again, by many threads at a time. */
    interface Post {
        /** Returns whether the receiver accepted it with 200. */
        boolean accepted();
    }
}
