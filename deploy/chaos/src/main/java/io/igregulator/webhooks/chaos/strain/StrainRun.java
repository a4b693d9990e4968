package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Part;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.LocalAccount;
import io.igregulator.webhooks.stack.client.OperatorClient;
import io.igregulator.webhooks.stack.client.WebhooksClient;
import io.igregulator.webhooks.stack.event.Register;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets one account, or a stranger, take as much as it can of one thing after the other, and watches how another account fares:
 * first while nothing happens, then beside each attack.
 */
public final class StrainRun implements AutoCloseable {
    private static final int CONNECTIONS = 4_000;
    private static final int OTHER_PORTS = 500;
    private static final int TESTS = 240;
    private static final int LOOKUPS = 64;
    private static final int FLOOD = 68;
    private static final int DOMAINS = 8;

    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final OperatorClient operator;
    private final SilentReceiver silent = SilentReceiver.open();

    public StrainRun(Stack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.operator = new OperatorClient(stack.operatorUrl(), stack.secrets().operatorToken());
    }

    /** @param window how long each attack lasts */
    public Strain run(Duration window) {
        var greedy = operator.createAccount("Greedy", "enterprise");
        LargeEvents.give(greedy, operator, stack, clock);
        try (var witness = new Witness(stack, clock)) {
            console.say("Warming up, unmeasured.");
            witness.watch(window);
            console.say("Quiet.");
            Sample quiet = witness.watch(window);
            List<StrainCase> cases = new ArrayList<>();
            for (Supplier<Attack> attack : attacks(greedy)) {
                cases.add(StrainCase.of(quiet, () -> play(attack, witness, window)));
            }
            return new Strain(quiet, cases);
        }
    }

    /** One more is one more line. */
    private List<Supplier<Attack>> attacks(LocalAccount greedy) {
        return List.of(
                this::halfHeads,
                this::halfHeadsElsewhere,
                () -> bodies(greedy),
                () -> new SlowPolls(stack.apiUrl(), greedy.apiKey()),
                () -> names(operator.createAccount("Names", "enterprise")),
                () -> tests(operator.createAccount("Tests", "enterprise")),
                () -> flood(operator.createAccount("Flood", "business")),
                () -> hanging(operator.createAccount("Hanging", "enterprise")));
    }

    private StrainPlay play(Supplier<Attack> make, Witness witness, Duration window) {
        try (Attack attack = make.get()) {
            console.say("Now: " + attack.name() + ".");
            attack.begin();
            Sample beside = witness.watch(window);
            return new StrainPlay(attack.name(), beside, survived(), attack.refusedProperly(), attack.got());
        }
    }

    private Attack halfHeads() {
        return new HalfOpenConnections(
                CONNECTIONS + " half heads", List.of(stack.apiUrl()), "GET /v1/webhooks HTTP/1.1\r\nX: y", CONNECTIONS);
    }

    private Attack halfHeadsElsewhere() {
        return new HalfOpenConnections(
                OTHER_PORTS + " half heads on the inner ports",
                List.of(stack.operatorUrl(), stack.workerUrls().getFirst()),
                "GET /actuator/health HTTP/1.1\r\nX: y",
                OTHER_PORTS);
    }

    private Attack bodies(LocalAccount greedy) {
        return new HalfOpenConnections(
                OTHER_PORTS + " bodies that do not come",
                List.of(stack.apiUrl()),
                "POST /v1/webhooks HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + greedy.apiKey()
                        + "\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{",
                OTHER_PORTS);
    }

    private Attack names(LocalAccount account) {
        var number = new AtomicInteger();
        return new Calls(
                LOOKUPS + " names without an answer",
                new Caller(stack.apiUrl(), account.apiKey()),
                LOOKUPS,
                (caller, who) -> {
                    int next = number.incrementAndGet();
                    caller.call(
                            "POST",
                            "/v1/webhooks",
                            endpoint("https://n" + next + "." + SilentNames.MARK + "-" + next % DOMAINS + ".example/"));
                });
    }

    private Attack tests(LocalAccount account) {
        var caller = new Caller(stack.apiUrl(), account.apiKey());
        var ids = Stream.generate(() -> caller.call(
                        "POST", "/v1/webhooks", endpoint(silent.url().toString())))
                .map(answer -> answer.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"))
                .limit(5)
                .toList();
        return new Calls(
                TESTS + " tests of silent receivers",
                caller,
                TESTS,
                (calls, who) -> calls.call("POST", "/v1/webhooks/" + ids.get(who % ids.size()) + "/test", ""));
    }

    private static String endpoint(String url) {
        return "{\"url\":\"" + url + "\",\"events\":[\"license.issued\"]}";
    }

    /** Calls without end, in which an operator is added and removed again and again. */
    private Attack flood(LocalAccount account) {
        String slug = Register.OPERATORS.getFirst().slug();
        return new Calls(
                FLOOD + " callers who watch and unwatch",
                new Caller(stack.apiUrl(), account.apiKey()),
                FLOOD,
                (caller, who) -> {
                    caller.call("POST", "/v1/watchlist/operators", "{\"operator_slug\":\"" + slug + "\"}");
                    caller.call("DELETE", "/v1/watchlist/operators/" + slug, "");
                    caller.call("GET", "/v1/webhooks", "");
                });
    }

    private Attack hanging(LocalAccount account) {
        return new HangingEndpoints(new WebhooksClient(stack.apiUrl(), account.apiKey()), silent);
    }

    /** Every process runs, and answers within its patience. */
    private boolean survived() {
        boolean running = Stream.concat(
                        Stream.of(stack.api(), stack.postgres(), stack.kafka()),
                        stack.workers().stream().limit(1))
                .allMatch(Part::running);
        return running
                && Stream.of(stack.operatorUrl(), stack.workerUrls().getFirst()).allMatch(StrainRun::alive);
    }

    private static boolean alive(URI service) {
        try (var caller = new Caller(service, "none")) {
            return caller.call("GET", "/actuator/health/liveness", "").contains("UP");
        }
    }

    @Override
    public void close() {
        silent.close();
    }
}
