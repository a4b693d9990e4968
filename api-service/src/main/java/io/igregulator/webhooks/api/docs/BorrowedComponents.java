package io.igregulator.webhooks.api.docs;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes over what one document refers to and another describes, so that what both sides show is described once. */
final class BorrowedComponents {
    private static final String COMPONENTS = "#/components/";

    private final ObjectNode document;
    private final JsonNode lender;

    private BorrowedComponents(ObjectNode document, JsonNode lender) {
        this.document = document;
        this.lender = lender;
    }

    /** What the document describes itself is not borrowed. */
    static void fillIn(ObjectNode document, JsonNode lender) {
        BorrowedComponents borrowed = new BorrowedComponents(document, lender);
        // What was borrowed may refer to more.
        for (Set<String> absent = borrowed.absent(); !absent.isEmpty(); absent = borrowed.absent()) {
            absent.forEach(borrowed::borrow);
        }
    }

    private Set<String> absent() {
        return document.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith(COMPONENTS))
                .map(reference -> reference.substring(1))
                .filter(pointer -> document.at(pointer).isMissingNode())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void borrow(String pointer) {
        JsonNode lent = lender.at(pointer);
        if (lent.isMissingNode()) {
            throw new IllegalStateException("neither document describes " + pointer);
        }
        int name = pointer.lastIndexOf('/');
        document.withObject(pointer.substring(0, name)).set(pointer.substring(name + 1), lent.deepCopy());
    }
}
