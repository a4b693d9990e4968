package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.account.Account;
import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.account.Reach.OneAccount;

/**
 * A visit to the pages of one account, which the visitor may see. A method of a page that declares a parameter of this type
 * gets it, and cannot be reached otherwise.
 */
public record AccountVisit(Visit visit, OneAccount reach, Account account) {
    /** The path below which the account's pages are. */
    public String base() {
        return visit.isOperator() ? Paths.CONSOLE + "/accounts/" + reach.id() : Paths.PORTAL;
    }

    /** As the use cases know it, who act for the account. */
    Caller caller() {
        return new Caller(reach.id(), account.plan(), visit.actor());
    }

    Frame frame(String title, Section section) {
        return new Frame(title, section, visit.door(), visit, this, null);
    }
}
