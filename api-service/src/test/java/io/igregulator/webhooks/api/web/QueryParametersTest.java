package io.igregulator.webhooks.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.api.error.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    @Test
    void absentParametersHaveTheirFallback() {
        var parameters = QueryParameters.parse(null);

        parameters.allowOnly();
        assertThat(parameters.text("event")).isEmpty();
        assertThat(parameters.limit(100, 20)).isEqualTo(20);
    }

    @Test
    void valuesAreDecoded() {
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
    void aLimitIsAWholeNumberOfItsRange(String query) {
        assertThatThrownBy(() -> QueryParameters.parse(query).limit(100, 20))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'limit' is not a whole number from 1 to 100");
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThatThrownBy(() -> QueryParameters.parse("staus=failed").allowOnly("status", "event"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("the parameter is not known");
    }

    @Test
    void aNameThatCannotBeWrittenIsNotRepeated() {
        assertThatThrownBy(() -> QueryParameters.parse("a%0Db=1").allowOnly("status"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("the query has a parameter that is not known");
    }

    @Test
    void aParameterIsGivenOnce() {
        assertThatThrownBy(() ->
                        QueryParameters.parse("status=failed&status=success").allowOnly("status"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("'status' is given more than once");
    }

    @Test
    void aBrokenEscapeIsRefused() {
        assertThatThrownBy(() -> QueryParameters.parse("status=%zz"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("the query cannot be read");
    }
}
