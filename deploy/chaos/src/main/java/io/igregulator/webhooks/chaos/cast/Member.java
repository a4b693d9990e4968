package io.igregulator.webhooks.chaos.cast;

/**
 * An endpoint before it exists.
 *
 * @param owner which of the accounts
 */
public record Member(String name, Temper temper, int owner, Subscription subscription) {

    /** The receiver's address for it; a new one with each change of its URL. */
    public String hook(int address) {
        return name + "." + address;
    }
}
