package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.api.web.QueryParameters;
import io.igregulator.webhooks.api.web.Takes;
import io.igregulator.webhooks.api.web.TimeSpan;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters of the listings over an account's endpoints. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Takes({
    ChooseEndpoints.WEBHOOK,
    DeliveryFilter.STATUS,
    DeliveryFilter.EVENT,
    DeliveryFilter.HTTP_STATUS,
    DeliveryFilter.ERROR,
    TimeSpan.SINCE,
    TimeSpan.UNTIL,
    QueryParameters.CURSOR,
    QueryParameters.LIMIT
})
@interface AccountFilterParameters {}
