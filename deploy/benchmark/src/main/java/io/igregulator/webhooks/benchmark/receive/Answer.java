package io.igregulator.webhooks.benchmark.receive;

/**
 * What a request is to be answered.
 *
 * @param status 0 for never
 */
record Answer(int status, int afterMillis) {
    static final int THOUSAND = 1_000;
    private static final Answer OK = new Answer(200, 0);
    private static final Answer UNAVAILABLE = new Answer(503, 0);
    private static final Answer TOO_MANY = new Answer(429, 0);
    private static final Answer NEVER = new Answer(0, 0);

    private static final int THROTTLED_MILLIS = 50;

    /** @param underWay requests to the same endpoint that are not answered yet */
    static Answer to(HttpRequest request, int underWay) {
        return switch (request.conduct()) {
            case Conduct.Accepts() -> OK;
            case Conduct.Hangs() -> NEVER;
            case Conduct.Delays(int millis) -> new Answer(200, millis);
            case Conduct.Throttles(int atOnce) -> underWay < atOnce ? new Answer(200, THROTTLED_MILLIS) : TOO_MANY;
            case Conduct.Fails(int perMille) -> request.attempt() == 1 && lot(request) < perMille ? UNAVAILABLE : OK;
        };
    }

    /** The same for one delivery in every run. */
    private static long lot(HttpRequest request) {
        return Long.remainderUnsigned(request.delivery() * 0x9E37_79B9_7F4A_7C15L, THOUSAND);
    }

    boolean never() {
        return status == 0;
    }
}
