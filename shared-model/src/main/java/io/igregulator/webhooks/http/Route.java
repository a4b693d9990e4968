package io.igregulator.webhooks.http;

import io.igregulator.webhooks.id.AccountId;

/**
 * What a connection belongs to. The account is part of it: what one account's receiver writes to a connection can never
 * become the response to another account's request.
 *
 * @param scheme in lower case
 * @param host a name, or an address without brackets
 */
record Route(AccountId account, String scheme, String host, int port) {
    boolean secure() {
        return scheme.equals("https");
    }
}
