package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for every route of both sides, whichever there are: they are taken from the service itself. */
class EveryRouteIT {
    /** Reads lines, not one JSON object. */
    private static final String IMPORT = "POST /operator/v1/operators";

    /** Its bodies are events, which may have more fields than their schema names. */
    private static final String EVENTS = "POST /operator/v1/events";

    private final RunningApi api = RunningApi.strict();
    private final Client integrator = api.customer("business").client();

    private record Route(String method, String template) {
        @Override
        public String toString() {
            return method + " " + template;
        }

        /** Ids that name nothing: what is refused for its form is refused before they are looked up. */
        String path() {
            return template.replaceAll("\\{operator_slug}", "acme")
                    .replaceAll("\\{type}", "license.issued")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }
    }

    @Test
    void bothSidesHaveRoutes() {
        assertThat(routes()).extracting(Route::template).anyMatch(path -> path.startsWith("/v1/"));
        assertThat(routes()).extracting(Route::toString).contains(IMPORT, EVENTS);
    }

    @TestFactory
    Stream<DynamicTest> refusesAQueryParameterThatItDoesNotKnow() {
        return each(route -> send(route, "?no_such_parameter=1", "")
                .isError(400, "invalid_query", "invalid_input")
                .blames("no_such_parameter"));
    }

    @TestFactory
    Stream<DynamicTest> refusesAParameterWhoseNameCannotBeRead() {
        return each(route -> {
            send(route, "?a=1&%00=1", "").isError(400, "invalid_query", "invalid_input");
            send(route, "?a%FF", "").isError(400, "invalid_query", "invalid_input");
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesABodyFieldThatItDoesNotKnow() {
        return each(route -> {
            Answer answer = send(route, "", "{\"no_such_field\": 1}");
            if (route.toString().equals(EVENTS)) {
                answer.isError(400, "invalid_query", "missing_required_parameter");
            } else {
                answer.isError(400, "invalid_query", "invalid_input")
                        .blames(route.toString().equals(IMPORT) ? "lines[1].no_such_field" : "no_such_field");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesABodyThatIsNotAJsonObject() {
        return each(route -> assertThat(send(route, "", "name=Acme").status()).isEqualTo(400));
    }

    @TestFactory
    Stream<DynamicTest> keepsItsAnswersOutOfCaches() {
        Set<String> documents = Set.of("GET /v1/event-types", "GET /v1/event-types/{type}");
        return each(route -> {
            String caching = send(route, "", "").header("Cache-Control");
            if (documents.contains(route.toString())) {
                assertThat(caching).startsWith("max-age=");
            } else {
                assertThat(caching).isEqualTo("no-store");
            }
        });
    }

    private Stream<DynamicTest> each(Consumer<Route> check) {
        return routes().stream().map(route -> DynamicTest.dynamicTest(route.toString(), () -> check.accept(route)));
    }

    private List<Route> routes() {
        return api.routes().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternValues().stream()
                                .map(template -> new Route(method.name(), template))))
                .filter(route ->
                        route.template().startsWith("/v1/") || route.template().startsWith("/operator/v1/"))
                .toList();
    }

    private Answer send(Route route, String query, String body) {
        Client client = route.template().startsWith("/operator") ? api.operator() : integrator;
        String type = route.toString().equals(IMPORT) ? "application/x-ndjson" : "application/json";
        return client.send(
                route.method(),
                route.path() + query,
                BodyPublishers.ofString(body),
                request -> request.setHeader("Content-Type", type));
    }
}
