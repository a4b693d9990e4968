package io.igregulator.webhooks.url;

import java.net.UnknownHostException;

/** A host has an address that no webhook may be sent to; nothing was dialled. */
public final class BlockedAddressException extends UnknownHostException {
    BlockedAddressException() {
        super("the host has an address that is not permitted");
    }
}
