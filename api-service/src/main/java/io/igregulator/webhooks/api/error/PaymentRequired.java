package io.igregulator.webhooks.api.error;

/** 402: the account is suspended. */
public final class PaymentRequired extends ApiError {
    public PaymentRequired() {
        super(
                402,
                ErrorCode.PAYMENT_REQUIRED,
                "account_suspended",
                "the account is suspended",
                null,
                "ask the platform's operator, who has suspended it and can lift that");
    }
}
