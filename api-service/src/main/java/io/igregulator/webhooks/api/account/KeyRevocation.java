package io.igregulator.webhooks.api.account;

/** What became of the wish to revoke a key. */
public enum KeyRevocation {
    REVOKED,
    /** It keeps its first time of revocation. */
    REVOKED_BEFORE,
    /** The account has no such key. */
    UNKNOWN
}
