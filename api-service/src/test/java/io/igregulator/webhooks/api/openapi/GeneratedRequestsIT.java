package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.openapi.Generated.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests made from each document, many of them broken, get documented answers only and no 5xx among them.
 * {@code -Dopenapi.requests=50000 -Dopenapi.seed=7} runs more, or others.
 */
class GeneratedRequestsIT {
    private static final int REQUESTS = Integer.getInteger("openapi.requests", 3000);
    private static final long SEED = Long.getLong("openapi.seed", 20260420);

    /** What the form of a request is refused with; the others are about the state of things. */
    private static final Set<Integer> BLAMES_FORM = Set.of(400, 405, 406, 413, 414, 415, 431);

    private static final Set<String> UNFIT_SPANS =
            Set.of("the span is empty", "the span is too long", "figures are kept by minute for 24 hours");

    private final RandomGenerator random = new Random(SEED);
    private final List<String> failures = new ArrayList<>();
    private final TreeMap<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void noRequestOfAnAccountGetsAnAnswerThatIsNotDocumented() {
        Stage stage = Stage.ofAccount(RunningApi.development());
        // One in twenty comes from an account whose plan soon refuses more.
        send(stage, () -> random.nextInt(20) == 0 ? stage.capped().key() : stage.key());
    }

    /** On a service of its own, since they suspend, import and publish. */
    @Test
    void noRequestOfTheOperatorsGetsAnAnswerThatIsNotDocumented() {
        try (RunningApi api = RunningApi.with(
                Map.of("webhooks.url.allow-http", "true", "webhooks.url.allowed-cidrs", "127.0.0.0/8"))) {
            Stage stage = Stage.ofOperator(api);
            send(stage, stage::key);
        }
    }

    private void send(Stage stage, Supplier<String> keys) {
        Props props = new Props(stage);
        Generator generator = new Generator(stage.spec(), stage.pool(), random, keys);
        props.place();
        for (int number = 1; number <= REQUESTS; number++) {
            Generated generated = generator.next();
            Exchange exchange = stage.door().send(generated.request());
            judge(number, generated, exchange);
            learn(exchange, props);
        }
        System.out.printf(
                "Generated requests, %s: seed %d, %d sent, %d failures, answers %s%n",
                stage.side().document(), SEED, REQUESTS, failures.size(), statuses);

        assertThat(failures).isEmpty();
        assertThat(stage.door().problems()).isEmpty();
    }

    private void judge(int number, Generated generated, Exchange exchange) {
        int status = exchange.answer().status();
        statuses.merge(status, 1, Integer::sum);
        boolean refused = BLAMES_FORM.contains(status);
        boolean wrong = fault(status)
                || (generated.verdict() == Verdict.VALID && refused && !aboutMeaning(exchange))
                || (generated.verdict() == Verdict.INVALID && status < 400);
        if (wrong) {
            failures.add("#" + number + ", " + generated.verdict() + ": " + exchange);
        }
    }

    /** What no schema can say: that two parameters exclude each other, or that a span of figures does not suit its step. */
    private static boolean aboutMeaning(Exchange exchange) {
        return exchange.reason().endsWith("/conflicting_parameters")
                || (exchange.request().path().endsWith("/figures")
                        && UNFIT_SPANS.contains(
                                exchange.answer().json().path("error").asString()));
    }

    /** Tomcat's own 501 for a CONNECT reports the client's mistake, not ours. */
    private static boolean fault(int status) {
        return status >= 500 && status != 501;
    }

    private static void learn(Exchange exchange, Props props) {
        boolean created =
                exchange.answer().status() == 201 && exchange.request().path().equals("/v1/webhooks");
        if (created && !exchange.request().method().equals("HEAD")) {
            props.webhook(exchange.answer().json().path("id").asString());
        }
    }
}
