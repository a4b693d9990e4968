package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.session.Door;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content.
 *
 * @param visit null for a visitor who is not known
 * @param account null on a page that is not one account's
 */
public record Frame(
        String title,
        Section section,
        Door door,
        @Nullable Visit visit,
        @Nullable AccountVisit account,
        @Nullable Notice notice) {
    static Frame of(String title, Section section, Visit visit) {
        return new Frame(title, section, visit.door(), visit, null, null);
    }

    static Frame ofStranger(String title, Door door) {
        return new Frame(title, Section.NONE, door, null, null, null);
    }

    Frame with(@Nullable Notice said) {
        return new Frame(title, section, door, visit, account, said);
    }

    public boolean mayChange() {
        return visit != null && visit.mayChange();
    }

    public boolean isOperator() {
        return visit != null && visit.isOperator();
    }

    /** The path below which all pages of this side are. */
    public String root() {
        return door.root();
    }

    /** Of the styles or the script, as this release has it. */
    public String asset(String file) {
        return root() + "/assets/" + file + "?v=" + AssetVersion.VALUE;
    }

    /** The mark of the navigation's entry for a section; null elsewhere. */
    public @Nullable String current(String other) {
        return section.name().equals(other) ? "page" : null;
    }
}
