package io.igregulator.webhooks.benchmark.receive;

/** How an address of the receiver answers; its path says which: {@code /d/7}, {@code /s/300/7}, {@code /f/20/7}, {@code /t/3/7}. */
sealed interface Conduct {
    Conduct DELIVERED = new Accepts();

    /** Answers 200 at once. */
    record Accepts() implements Conduct {}

    /** Never answers. */
    record Hangs() implements Conduct {}

    /** Answers 200 after a while. */
    record Delays(int millis) implements Conduct {}

    /** Takes a while for each, and answers 429 to what comes while so many are under way. */
    record Throttles(int atOnce) implements Conduct {}

    /** Answers 503 to so many of a thousand first attempts. */
    record Fails(int perMille) implements Conduct {}

    static Conduct of(char letter, int parameter) {
        return switch (letter) {
            case 'h' -> new Hangs();
            case 's' -> new Delays(parameter);
            case 't' -> new Throttles(parameter);
            case 'f' -> new Fails(parameter);
            default -> DELIVERED;
        };
    }
}
