package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.idempotency.IdempotencyKey;
import io.igregulator.webhooks.api.web.IfMatch;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /v1/webhooks}: an account's endpoints. */
@RestController
final class EndpointController {
    private static final String ALL = "/v1/webhooks";
    private static final String ONE = "/v1/webhooks/{id}";

    private final CreateEndpoint create;
    private final ShowEndpoint show;
    private final WriteEndpoints writeAll;
    private final UpdateEndpoint update;
    private final DeleteEndpoint delete;

    EndpointController(
            CreateEndpoint create,
            ShowEndpoint show,
            WriteEndpoints writeAll,
            UpdateEndpoint update,
            DeleteEndpoint delete) {
        this.create = create;
        this.show = show;
        this.writeAll = writeAll;
        this.update = update;
        this.delete = delete;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(Caller caller, JsonBody body, IdempotencyKey key) {
        return create.create(caller, body, key);
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    void list(
            Caller caller,
            @Takes({
                        EndpointQuery.ACTIVE,
                        EndpointQuery.EVENT,
                        EndpointQuery.Q,
                        QueryParameters.CURSOR,
                        QueryParameters.LIMIT
                    })
                    QueryParameters parameters,
            HttpServletResponse response)
            throws IOException {
        writeAll.write(caller.account(), EndpointQuery.of(parameters), response);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    EndpointView get(Caller caller, EndpointId id, HttpServletResponse response) {
        return show.show(caller.account(), id, response);
    }

    @PatchMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    EndpointView update(Caller caller, EndpointId id, IfMatch condition, JsonBody body, HttpServletResponse response) {
        return show.show(update.update(caller, id, condition, EndpointPatch.of(body)), response);
    }

    @DeleteMapping(path = ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, EndpointId id, IfMatch condition) {
        delete.delete(caller, id, condition);
    }
}
