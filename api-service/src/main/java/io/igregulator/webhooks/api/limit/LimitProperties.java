package io.igregulator.webhooks.api.limit;

import io.igregulator.webhooks.settings.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What each account may hold of what all accounts share, in each process.
 *
 * @param requestsPerSecond of a key whose plan has no fixed cap
 * @param requestsAtOnce of one account
 * @param requestsWaiting of one account, beside those
 * @param pollsAtOnce of one account
 * @param testsPerWebhook at one time
 * @param testsPerAccount at one time
 * @param maxWait how long a request or a poll waits for its turn
 * @param answerMemory for parts of long answers that are being read, over all accounts
 */
@ConfigurationProperties("webhooks.limits")
public record LimitProperties(
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("8") int requestsAtOnce,
        @DefaultValue("24") int requestsWaiting,
        @DefaultValue("3") int pollsAtOnce,
        @DefaultValue("2") int testsPerWebhook,
        @DefaultValue("4") int testsPerAccount,
        @DefaultValue("2s") Duration maxWait,
        @DefaultValue("32MB") DataSize answerMemory) {
    public LimitProperties {
        Require.that(requestsPerSecond >= 1, "webhooks.limits.requests-per-second must be positive");
        Require.that(
                requestsAtOnce >= 1 && requestsWaiting >= 0,
                "webhooks.limits.requests-at-once and -waiting must be positive");
        Require.that(pollsAtOnce >= 1, "webhooks.limits.polls-at-once must be positive");
        Require.that(
                testsPerWebhook >= 1 && testsPerAccount >= 1,
                "webhooks.limits.tests-per-webhook and -account must be positive");
        Require.that(!maxWait.isNegative(), "webhooks.limits.max-wait must not be negative");
        Require.that(
                answerMemory.toBytes() >= AnswerMemory.PART,
                "webhooks.limits.answer-memory must be at least " + AnswerMemory.PART
                        + " bytes, which one answer takes");
    }
}
