package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.sql.Rows;
import io.igregulator.webhooks.worker.recipient.Audience;
import io.igregulator.webhooks.worker.recipient.AudienceColumns;
import io.igregulator.webhooks.worker.recipient.RecipientRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads who gets events of some audiences, in one question, after the rules of the public contract. */
final class ReadRecipients {
    private final JdbcClient jdbc;
    private final Optional<AccountId> operator;

    /** @param operator the account that gets notices which no endpoint of their own account can get */
    ReadRecipients(JdbcClient jdbc, Optional<AccountId> operator) {
        this.jdbc = jdbc;
        this.operator = operator;
    }

    /** @return one answer per audience, in their order */
    List<Recipients> of(List<Audience> audiences) {
        List<Recipients.Builder> answers =
                Stream.generate(Recipients.Builder::new).limit(audiences.size()).toList();
        statement(audiences).params(AudienceColumns.of(audiences)).query(row -> {
            answers.get(row.getInt(1) - 1).add(Rows.uuid(row, 2), Rows.uuid(row, 3), row.getLong(4));
        });
        return answers.stream().map(Recipients.Builder::build).toList();
    }

    /** Notices are rare: all other events are asked for as if there were no operator's account. */
    private JdbcClient.StatementSpec statement(List<Audience> audiences) {
        if (operator.isEmpty() || audiences.stream().allMatch(audience -> audience.degradedEndpoint() == null)) {
            return jdbc.sql(RecipientRule.ACTIVE_ENDPOINTS);
        }
        return jdbc.sql(RecipientRule.ACTIVE_ENDPOINTS_OR_OPERATOR)
                .param("operator", operator.get().value());
    }
}
