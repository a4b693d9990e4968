package io.igregulator.webhooks.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A document by itself: well-formed, complete, and with examples that are what they are examples of. */
@ParameterizedClass
@EnumSource
class DocumentIT {
    private final RunningApi api = RunningApi.strict();
    private final Documented side;
    private final Spec spec;

    DocumentIT(Documented side) {
        this.side = side;
        this.spec = Spec.of(api, side);
    }

    @Test
    void itIsOpenApi31ByTheOfficialSchema() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(officialSchema())
                        .validate(spec.root()))
                .isEmpty();
    }

    @Test
    void itsSchemasAreJsonSchemas() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        spec.root()
                .at("/components/schemas")
                .forEachEntry((name, schema) ->
                        assertThat(meta.validate(schema)).as(name).isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(everyNode(spec.root()).stream()
                        .filter(node -> node.isObject() && node.path("$ref").isString())
                        .map(node -> node.path("$ref").stringValue())
                        .filter(reference -> spec.at(reference).isMissingNode()))
                .isEmpty();
    }

    @Test
    void nothingIsDescribedThatNothingRefersTo() {
        Set<String> used = new TreeSet<>();
        everyNode(spec.root()).forEach(node -> used.add(node.path("$ref").asString("")));
        Set<String> described = new TreeSet<>();
        spec.root().path("components").forEachEntry((kind, all) -> {
            if (!kind.equals("securitySchemes")) {
                all.propertyNames().forEach(name -> described.add("#/components/" + kind + "/" + name));
            }
        });

        assertThat(used).containsAll(described);
    }

    @Test
    void everyExampleIsOneOfItsSchema() {
        Schemas schemas = Schemas.strict(spec);
        int examples = 0;
        for (JsonNode holder : everyNode(spec.root())) {
            if (holder.isObject() && holder.path("schema").isObject()) {
                for (JsonNode value : examplesOf(holder)) {
                    assertThat(schemas.problems(holder.path("schema"), value))
                            .as(value.toString())
                            .isEmpty();
                    examples++;
                }
            }
        }
        assertThat(examples).isGreaterThan(20);
    }

    @Test
    void everyBodyHasAnExampleAndNoErrorTwoOfTheSameReason() {
        for (JsonNode media : everyNode(spec.root()).stream()
                .map(node -> node.at("/content/application~1json"))
                .filter(JsonNode::isObject)
                .toList()) {
            assertThat(media.path("examples").size()).as(media.toString()).isPositive();
            if (media.at("/schema/$ref").asString("").equals("#/components/schemas/Error")) {
                assertThat(media.path("examples")
                                .valueStream()
                                .map(example ->
                                        Outcome.reason(spec.resolve(example).path("value"))))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedOneIsARoute() {
        Set<String> routes = new TreeSet<>();
        api.routes()
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternValues().stream()
                                .filter(side::has)
                                .forEach(path -> routes.add(method + " " + path))));
        Set<String> documented = new TreeSet<>();
        spec.operations().forEach(operation -> documented.add(operation.method() + " " + operation.template()));

        assertThat(documented).isEqualTo(routes);
    }

    /** GeneratedClientsIT shows why, where there are the languages' tools. */
    @Test
    void constantsAreTypedAndEnumerationsOfOneForGeneratorsToCheck() {
        List<JsonNode> constants = everyNode(spec.root().at("/components/schemas")).stream()
                .filter(node -> node.has("const"))
                .toList();

        assertThat(constants).hasSizeGreaterThan(10).allSatisfy(constant -> {
            assertThat(constant.path("type").asString(""))
                    .isEqualTo(constant.path("const").isBoolean() ? "boolean" : "string");
            assertThat(constant.path("enum").values()).containsExactly(constant.path("const"));
        });
    }

    @Test
    void theTypeOfAnEventFollowsFromAPatternToo() {
        assertThat(spec.root().at("/components/schemas/Event/oneOf"))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(spec.resolve(type)
                                .at("/properties/event/pattern")
                                .asString(""))
                        .startsWith("^"));
    }

    @Test
    void operationsAreNamedAndTagged() {
        List<String> tags = spec.root()
                .path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .toList();

        assertThat(spec.operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(spec.operations()).allSatisfy(operation -> {
            assertThat(operation.definition().at("/tags/0").asString("")).isIn(tags);
            assertThat(operation.definition().path("summary").asString("")).isNotBlank();
        });
    }

    @Test
    void itIsServedWithoutAKeyAndOnlyAgainWhenItChanged() {
        Answer first = side.stranger(api).get(side.document()).is(200);

        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(first.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(side.stranger(api)
                        .send(
                                "GET",
                                side.document(),
                                BodyPublishers.noBody(),
                                request -> request.header("If-None-Match", first.header("ETag")))
                        .is(304)
                        .body())
                .isEmpty();
    }

    private List<JsonNode> examplesOf(JsonNode holder) {
        List<JsonNode> values = new ArrayList<>();
        holder.path("examples").forEach(example -> {
            if (spec.resolve(example).has("value")) {
                values.add(spec.resolve(example).path("value"));
            }
        });
        if (holder.has("example")) {
            values.add(holder.path("example"));
        }
        return values;
    }

    private static List<JsonNode> everyNode(JsonNode node) {
        List<JsonNode> all = new ArrayList<>(List.of(node));
        node.forEach(child -> all.addAll(everyNode(child)));
        return all;
    }

    private static JsonNode officialSchema() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(DocumentIT.class.getResourceAsStream("/openapi/oas-3.1-schema.json"))) {
            return JsonMapper.shared().readTree(file);
        }
    }
}
