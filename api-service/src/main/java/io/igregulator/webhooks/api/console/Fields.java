package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.api.web.Form;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a form into the body that the API's rules read, so that both have the same rules. An empty field is one that is absent. */
final class Fields {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Form form;
    private final ObjectNode node = JsonMapper.shared().createObjectNode();

    private Fields(Form form) {
        this.form = form;
    }

    static Fields of(Form form) {
        return new Fields(form);
    }

    ObjectNode node() {
        return node;
    }

    Fields text(String name) {
        if (form.isSet(name)) {
            node.put(name, form.text(name));
        }
        return this;
    }

    /** An empty field takes the value away. */
    Fields textOrNull(String name) {
        if (!form.isSet(name)) {
            node.putNull(name);
        }
        return text(name);
    }

    /** What is not a number is left as text, which the rules refuse. */
    Fields number(String name) {
        String text = form.text(name);
        if (NUMBER.matcher(text).matches()) {
            node.put(name, Integer.parseInt(text));
            return this;
        }
        return text(name);
    }

    Fields numberOrNull(String name) {
        if (!form.isSet(name)) {
            node.putNull(name);
        }
        return number(name);
    }

    Fields flag(String name) {
        node.put(name, form.isSet(name));
        return this;
    }

    Fields texts(String name) {
        ArrayNode values = node.putArray(name);
        form.all(name).forEach(values::add);
        return this;
    }
}
