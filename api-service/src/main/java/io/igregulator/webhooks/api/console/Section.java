package io.igregulator.webhooks.api.console;

/** The part of the pages that a page belongs to, which the navigation marks. */
public enum Section {
    FIND,
    ACCOUNTS,
    ACCOUNT,
    ENDPOINTS,
    EVENT_TYPES,
    KEYS,
    CHANGES,
    NONE
}
