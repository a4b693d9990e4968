package io.igregulator.webhooks.api.console;

/**
 * Another page, which the browser reads next.
 *
 * @param location a path of this service
 */
record SeeOther(String location) implements Shown {}
