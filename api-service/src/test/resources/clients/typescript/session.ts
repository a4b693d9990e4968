// A whole session with the generated client. Prints a step and what came of it, a line each.
import {
    Configuration,
    DeliveriesApi,
    DeliveryStatus,
    ErrorDetailsFromJSON,
    Event,
    ResponseError,
    WatchlistApi,
    WebhooksApi,
} from './client';

// Compiles only while the union knows its types by the discriminator.
const NAMES: Record<Event['event'], string> = {
    'license.status_changed': 'LicenseStatusChanged',
    'license.expiring_30d': 'LicenseExpiring30d',
    'license.expiring_60d': 'LicenseExpiring60d',
    'license.expiring_90d': 'LicenseExpiring90d',
    'license.expired': 'LicenseExpired',
    'license.issued': 'LicenseIssued',
    'regulatory_action.added': 'RegulatoryActionAdded',
    'coverage.degraded': 'CoverageDegraded',
    'coverage.restored': 'CoverageRestored',
    'webhook.endpoint_degraded': 'WebhookEndpointDegraded',
    'webhook.endpoint_recovered': 'WebhookEndpointRecovered',
    'webhook.endpoint_disabled': 'WebhookEndpointDisabled',
};

function setting(name: string): string {
    return process.env[name] ?? '';
}

function say(step: string, outcome: unknown): void {
    console.log(step, String(outcome));
}

async function refused(step: string, call: () => Promise<unknown>): Promise<void> {
    try {
        await call();
    } catch (refusal) {
        if (!(refusal instanceof ResponseError)) {
            throw refusal;
        }
        say(step, ErrorDetailsFromJSON((await refusal.response.json()).details).reason);
    }
}

async function main(): Promise<void> {
    const configuration = new Configuration({ basePath: setting('SERVICE'), accessToken: setting('API_KEY') });
    const anHourAgo = new Date(Date.now() - 3_600_000);

    const webhooks = new WebhooksApi(configuration);
    const created = await webhooks.createWebhook({
        createWebhook: { url: setting('RECEIVER'), events: ['license.issued', 'license.*'] },
    });
    const id = created.id;
    say('create', created.secret.slice(0, 6));
    say('list', (await webhooks.listWebhooks()).webhooks.filter((webhook) => webhook.id === id).length);
    say('get', (await webhooks.getWebhook({ id })).events[0]);
    say('patch', (await webhooks.updateWebhook({ id, updateWebhook: { description: 'night shift' } })).description);
    const expiry = (await webhooks.rotateSecret({ id })).previousExpiresAt;
    say('rotate', expiry !== null && expiry > new Date());
    say('test', (await webhooks.testWebhook({ id })).httpStatus);

    const watchlist = new WatchlistApi(configuration);
    const operatorSlug = setting('OPERATOR');
    say('watch', (await watchlist.watchOperator({ watchOperator: { operatorSlug } })).slug);
    say('watchlist', (await watchlist.getWatchlist()).count);
    say('operators', (await watchlist.listWatchedOperators({ limit: 1, offset: 0 })).operators[0].slug);
    await watchlist.unwatchOperator({ operatorSlug });
    say('unwatch', (await watchlist.getWatchlist()).count);
    const page = await watchlist.pollEvents({ since: anHourAgo, limit: 500 });
    say('feed', page.events.map((event) => event.event));
    say('types', page.events.map((event) => (event.timestamp instanceof Date ? NAMES[event.event] : 'unread')));
    say('poll', (await watchlist.pollEvents({ cursor: page.nextCursor })).events.length);

    const deliveries = new DeliveriesApi(configuration);
    const past = { id: setting('PAST_WEBHOOK') };
    const failed = (await deliveries.listDeliveries({ ...past, status: [DeliveryStatus.Failed] })).deliveries[0];
    say('deliveries', failed.status);
    const delivery = { ...past, deliveryId: failed.id };
    const attempts = (await deliveries.getDelivery(delivery)).attempts;
    say('delivery', attempts.map((attempt) => attempt.httpStatus ?? attempt.error));
    say('resend', (await deliveries.resendDelivery(delivery)).status);
    const recovery = await deliveries.recoverWebhook({ ...past, recoverWebhook: { since: anHourAgo } });
    say('recover', (await deliveries.getRecovery({ ...past, recoveryId: recovery.id })).id === recovery.id);

    const tomorrow = new Date(Date.now() + 86_400_000);
    await refused('refused', () => deliveries.recoverWebhook({ ...past, recoverWebhook: { since: tomorrow } }));
    await webhooks.deleteWebhook({ id });
    await refused('delete', () => webhooks.getWebhook({ id }));
}

void main();
