package io.igregulator.webhooks.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A reply as it goes over the wire, and as it is kept: the same bytes each time. */
record Answer(int status, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STATUS = "status";
    private static final String HEADERS = "headers";
    private static final String BODY = "body";

    /** On an answer that was given before. */
    private static final String REPLAYED = "Idempotency-Replayed";

    static Answer of(Reply reply, JsonMapper json) {
        return new Answer(reply.status().value(), reply.headers(), json.writeValueAsString(reply.view()));
    }

    static Answer parse(byte[] kept) {
        JsonNode node = JSON.readTree(kept);
        Map<String, String> headers = new LinkedHashMap<>();
        node.path(HEADERS).forEachEntry((name, value) -> headers.put(name, value.stringValue()));
        return new Answer(node.path(STATUS).intValue(), headers, node.path(BODY).stringValue());
    }

    byte[] toBytes() {
        ObjectNode node = JSON.createObjectNode().put(STATUS, status).put(BODY, body);
        ObjectNode names = node.putObject(HEADERS);
        headers.forEach(names::put);
        return JSON.writeValueAsBytes(node);
    }

    ResponseEntity<byte[]> fresh() {
        return response().body(utf8());
    }

    ResponseEntity<byte[]> replayed() {
        return response().header(REPLAYED, "true").body(utf8());
    }

    private ResponseEntity.BodyBuilder response() {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        headers.forEach(response::header);
        return response;
    }

    private byte[] utf8() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Answer[status=" + status + "]";
    }
}
