package io.igregulator.webhooks.benchmark.raw;

/** Which HTTP client is measured with nothing around it. */
public enum RawClientKind {
    /** Apache HttpClient: <em>raw</em>, the yardstick, which does not follow the platform. */
    APACHE,
    /** The worker's own: the <em>bare exchange</em>. */
    OWN
}
