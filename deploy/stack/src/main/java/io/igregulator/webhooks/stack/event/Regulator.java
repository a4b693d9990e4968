package io.igregulator.webhooks.stack.event;

/** The regulators of the made-up world; the operators they license are invented. */
public enum Regulator {
    MGA("MT", "EUR", "Malta Gaming Authority"),
    UKGC("GB", "GBP", "UK Gambling Commission"),
    KSA("NL", "EUR", "Kansspelautoriteit"),
    DGOJ("ES", "EUR", "Dirección General de Ordenación del Juego"),
    GGL("DE", "EUR", "Gemeinsame Glücksspielbehörde der Länder"),
    SGA("SE", "SEK", "Spelinspektionen");

    private final String jurisdiction;
    private final String currency;
    private final String title;

    Regulator(String jurisdiction, String currency, String title) {
        this.jurisdiction = jurisdiction;
        this.currency = currency;
        this.title = title;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    String currency() {
        return currency;
    }

    String title() {
        return title;
    }

    /** Its public register; the top-level domain is reserved for examples. */
    String register() {
        return "https://register." + name().toLowerCase(java.util.Locale.ROOT) + ".example/";
    }
}
