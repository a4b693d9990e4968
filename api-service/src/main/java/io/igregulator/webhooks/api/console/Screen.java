package io.igregulator.webhooks.api.console;

/** What a template shows. */
public non-sealed interface Screen extends Shown {
    /** The template's name. */
    String template();

    Frame frame();

    /** The status of the answer. */
    default int status() {
        return 200;
    }
}
