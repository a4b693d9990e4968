package io.igregulator.webhooks.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Puts a validator's finding into words that are the same in every locale and hold nothing but the schema's own values:
 * the library's messages and arguments quote the body.
 */
final class DescribeDefect {
    private DescribeDefect() {}

    static Defect of(Error error) {
        String pointer = pointer(error);
        return error.getKeyword().equals("required")
                ? Defect.missing(pointer)
                : new Defect(pointer, problem(error.getKeyword(), error.getSchemaNode()));
    }

    /** A field that is missing is blamed itself, not the object that lacks it. */
    private static String pointer(Error error) {
        NodePath location = error.getInstanceLocation();
        return (error.getProperty() == null ? location : location.append(error.getProperty())).toString();
    }

    private static String problem(String keyword, JsonNode rule) {
        return switch (keyword) {
            case "type" -> "is not of type " + listed(rule, " or ");
            case "enum" -> "is none of: " + listed(rule, ", ");
            case "const" -> "is not " + rule.asString();
            case "pattern" -> "does not match " + rule.asString();
            case "format" -> "is not a valid " + rule.asString();
            case "minLength" -> "is shorter than " + rule.asString() + " characters";
            case "maxLength" -> "is longer than " + rule.asString() + " characters";
            case "minimum" -> "is less than " + rule.asString();
            case "maximum" -> "is more than " + rule.asString();
            default -> "violates the rule '" + keyword + "' of its schema";
        };
    }

    private static String listed(JsonNode rule, String separator) {
        return rule.isArray()
                ? rule.valueStream()
                        .map(value -> value.isNull() ? "null" : value.asString())
                        .collect(Collectors.joining(separator))
                : rule.asString();
    }
}
