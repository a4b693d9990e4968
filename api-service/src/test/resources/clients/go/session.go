// A whole session with the generated client. Prints a step and what came of it, a line each.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"
	"time"

	openapi "github.com/GIT_USER_ID/GIT_REPO_ID"
)

// The steps read like a script: an answer that is not as documented ends it.
func must[T any](answer T, _ *http.Response, err error) T {
	orFail(err)
	return answer
}

func done(_ *http.Response, err error) {
	orFail(err)
}

func orFail(err error) {
	if err != nil {
		var refusal *openapi.GenericOpenAPIError
		if errors.As(err, &refusal) {
			fmt.Fprintln(os.Stderr, string(refusal.Body()))
		}
		panic(err)
	}
}

func reason(err error) string {
	var refusal *openapi.GenericOpenAPIError
	if !errors.As(err, &refusal) {
		panic(fmt.Sprint("not refused: ", err))
	}
	body := refusal.Model().(openapi.Error)
	return string(body.Details.Reason)
}

func say(step string, outcome any) {
	fmt.Println(step, outcome)
}

func main() {
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Getenv("SERVICE")}}
	client := openapi.NewAPIClient(configuration)
	ctx := context.WithValue(context.Background(), openapi.ContextAccessToken, os.Getenv("API_KEY"))
	anHourAgo := time.Now().Add(-time.Hour)

	created := must(client.WebhooksAPI.CreateWebhook(ctx).CreateWebhook(*openapi.NewCreateWebhook(
		os.Getenv("RECEIVER"), []string{"license.issued", "license.*"})).Execute())
	say("create", created.Secret[:6])
	same := 0
	for _, webhook := range must(client.WebhooksAPI.ListWebhooks(ctx).Execute()).Webhooks {
		if webhook.Id == created.Id {
			same++
		}
	}
	say("list", same)
	say("get", must(client.WebhooksAPI.GetWebhook(ctx, created.Id).Execute()).Events[0])
	change := openapi.NewUpdateWebhook()
	change.SetDescription("night shift")
	say("patch", must(client.WebhooksAPI.UpdateWebhook(ctx, created.Id).UpdateWebhook(*change).Execute()).GetDescription())
	rotation := must(client.WebhooksAPI.RotateSecret(ctx, created.Id).Execute())
	say("rotate", rotation.PreviousExpiresAt.Get().After(time.Now()))
	ping := must(client.WebhooksAPI.TestWebhook(ctx, created.Id).Execute())
	say("test", ping.GetHttpStatus())

	operator := os.Getenv("OPERATOR")
	say("watch", must(client.WatchlistAPI.WatchOperator(ctx).WatchOperator(*openapi.NewWatchOperator(operator)).Execute()).Slug)
	say("watchlist", must(client.WatchlistAPI.GetWatchlist(ctx).Execute()).Count)
	say("operators", must(client.WatchlistAPI.ListWatchedOperators(ctx).Limit(1).Offset(0).Execute()).Operators[0].Slug)
	done(client.WatchlistAPI.UnwatchOperator(ctx, operator).Execute())
	say("unwatch", must(client.WatchlistAPI.GetWatchlist(ctx).Execute()).Count)

	page := must(client.WatchlistAPI.PollEvents(ctx).Since(anHourAgo).Limit(500).Execute())
	var events, types []string
	for _, event := range page.Events {
		envelope := reflect.ValueOf(event.GetActualInstanceValue())
		events = append(events, envelope.FieldByName("Event").String())
		types = append(types, envelope.Type().Name())
	}
	say("feed", strings.Join(events, ","))
	say("types", strings.Join(types, ","))
	say("poll", len(must(client.WatchlistAPI.PollEvents(ctx).Cursor(page.NextCursor).Execute()).Events))

	past := os.Getenv("PAST_WEBHOOK")
	failed := must(client.DeliveriesAPI.ListDeliveries(ctx, past).Status([]openapi.DeliveryStatus{openapi.FAILED}).Execute()).Deliveries[0]
	say("deliveries", failed.Status)
	var attempts []string
	for _, attempt := range must(client.DeliveriesAPI.GetDelivery(ctx, past, failed.Id).Execute()).Attempts {
		if status := attempt.HttpStatus.Get(); status != nil {
			attempts = append(attempts, fmt.Sprint(*status))
		} else {
			attempts = append(attempts, string(attempt.GetError()))
		}
	}
	say("delivery", strings.Join(attempts, ","))
	say("resend", must(client.DeliveriesAPI.ResendDelivery(ctx, past, failed.Id).Execute()).Status)
	recovery := must(client.DeliveriesAPI.RecoverWebhook(ctx, past).RecoverWebhook(*openapi.NewRecoverWebhook(anHourAgo)).Execute())
	say("recover", must(client.DeliveriesAPI.GetRecovery(ctx, past, recovery.Id).Execute()).Id == recovery.Id)

	_, _, err := client.DeliveriesAPI.RecoverWebhook(ctx, past).
		RecoverWebhook(*openapi.NewRecoverWebhook(time.Now().Add(24 * time.Hour))).Execute()
	say("refused", reason(err))
	done(client.WebhooksAPI.DeleteWebhook(ctx, created.Id).Execute())
	_, _, err = client.WebhooksAPI.GetWebhook(ctx, created.Id).Execute()
	say("delete", reason(err))
}
