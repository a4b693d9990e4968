package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.account.Caller;
import io.igregulator.webhooks.api.web.JsonBody;
import io.igregulator.webhooks.id.EndpointId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private final EndpointReader reader;
    private final WriteEndpoints writeAll;
    private final UpdateEndpoint update;
    private final DeleteEndpoint delete;

    EndpointController(
            CreateEndpoint create,
            EndpointReader reader,
            WriteEndpoints writeAll,
            UpdateEndpoint update,
            DeleteEndpoint delete) {
        this.create = create;
        this.reader = reader;
        this.writeAll = writeAll;
        this.update = update;
        this.delete = delete;
    }

    @PostMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    EndpointView create(Caller caller, JsonBody body) {
        return EndpointView.of(create.create(caller, NewEndpoint.of(body)));
    }

    @GetMapping(path = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    void list(Caller caller, HttpServletResponse response) throws IOException {
        writeAll.write(caller.account(), response);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    EndpointView get(Caller caller, EndpointId id) {
        return EndpointView.of(reader.get(caller.account(), id));
    }

    @PatchMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    EndpointView update(Caller caller, EndpointId id, JsonBody body) {
        return EndpointView.of(update.update(caller, id, EndpointPatch.of(body)));
    }

    @DeleteMapping(path = ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, EndpointId id) {
        delete.delete(caller, id);
    }
}
