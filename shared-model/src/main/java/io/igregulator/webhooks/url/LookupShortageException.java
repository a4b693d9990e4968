package io.igregulator.webhooks.url;

import java.net.UnknownHostException;

/** All lookups that could be spared were running: the shortage is the platform's and says nothing about the host. */
public final class LookupShortageException extends UnknownHostException {
    public LookupShortageException() {
        super("no lookup to spare");
    }
}
