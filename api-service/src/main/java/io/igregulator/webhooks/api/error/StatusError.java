package io.igregulator.webhooks.api.error;

/** The error for a bare status, where the layer that refused left nothing else. */
final class StatusError {
    private StatusError() {}

    static ApiError of(int status) {
        return of(status, "");
    }

    /** @param allow for a 405, the methods that the route has */
    static ApiError of(int status, String allow) {
        return switch (status) {
            case 400 -> InvalidRequest.unreadable("the request cannot be read");
            case 404 -> NotFound.route();
            case 405 -> UnsuitableRequest.method(allow);
            case 406 -> UnsuitableRequest.accept();
            case 413 -> UnsuitableRequest.tooLarge();
            case 414 -> UnsuitableRequest.urlTooLong();
            case 415 -> UnsuitableRequest.mediaType();
            case 431 -> UnsuitableRequest.headersTooLarge();
            default -> status < 500 ? UnsuitableRequest.refusedByServer(status) : ServerFault.ofStatus(status);
        };
    }
}
