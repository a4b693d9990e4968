package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.settings.Require;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets a notice that no endpoint of its own account can get.
 *
 * @param operatorAccount id of an account of the operator's; empty for none
 */
@ConfigurationProperties("webhooks.notices")
public record NoticeProperties(@DefaultValue("") String operatorAccount) {
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    public NoticeProperties {
        Require.that(
                operatorAccount.isEmpty() || UUID_SHAPE.matcher(operatorAccount).matches(),
                "webhooks.notices.operator-account must be the id of an account, or empty");
    }

    Optional<AccountId> operator() {
        return operatorAccount.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountId(UUID.fromString(operatorAccount)));
    }
}
