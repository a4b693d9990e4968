package io.igregulator.webhooks.api.openapi;

import io.igregulator.webhooks.api.fixture.RawHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The only way of these tests to the service: every exchange is held against the document and remembered. */
final class Door {
    private final RawHttp http;
    private final Conformity conformity;
    private final Set<Outcome> produced = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private int requests;

    Door(int port, Spec spec) {
        this.http = new RawHttp(port);
        this.conformity = new Conformity(spec);
    }

    Exchange send(Request request) {
        Exchange exchange = new Exchange(request, http.send(request.wire()));
        requests++;
        for (String problem : conformity.problems(exchange)) {
            problems.add(conformity.outcome(exchange) + ": " + problem + "\n" + exchange);
        }
        if (!request.method().equals("HEAD")) {
            produced.add(conformity.outcome(exchange));
        }
        return exchange;
    }

    int requests() {
        return requests;
    }

    Set<Outcome> produced() {
        return produced;
    }

    List<String> problems() {
        return problems;
    }
}
