package io.igregulator.webhooks.url;

/** Carries a hint out of {@link UrlSyntax}; it never leaves the package. */
final class MalformedUrlException extends Exception {
    MalformedUrlException(String hint) {
        super(hint, null, false, false);
    }
}
