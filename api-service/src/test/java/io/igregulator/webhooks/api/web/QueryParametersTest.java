package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    @Test
    void absent_parameters_have_their_fallback() {
        var parameters = QueryParameters.parse(null);

        parameters.allowOnly();
        assertThat(parameters.text("event")).isEmpty();
        assertThat(parameters.limit(100, 20)).isEqualTo(20);
    }

    @Test
    void values_are_decoded() {
        var parameters = QueryParameters.parse("event=license%2E%2A&limit=100&empty");

        assertThat(parameters.text("event")).contains("license.*");
        assertThat(parameters.text("empty")).contains("");
        assertThat(parameters.limit(100, 20)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=+5",
                "limit=5.0",
                "limit=",
                "limit=%205",
                "limit=1234567890"
            })
    void a_limit_is_a_whole_number_of_its_range(String query) {
        assertThatThrownBy(() -> QueryParameters.parse(query).limit(100, 20))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'limit' is not a whole number from 1 to 100");
    }

    @Test
    void an_unknown_parameter_is_refused() {
        assertThatThrownBy(() -> QueryParameters.parse("staus=failed").allowOnly("status", "event"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("the parameter is not known");
    }

    @Test
    void a_name_that_cannot_be_written_is_not_repeated() {
        assertThatThrownBy(() -> QueryParameters.parse("a%0Db=1").allowOnly("status"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("the query has a parameter that is not known");
    }

    @Test
    void a_parameter_is_given_once() {
        assertThatThrownBy(() ->
                        QueryParameters.parse("status=failed&status=success").allowOnly("status"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'status' is given more than once");
    }

    @Test
    void a_broken_escape_is_refused() {
        assertThatThrownBy(() -> QueryParameters.parse("status=%zz"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("the query cannot be read");
    }
}
