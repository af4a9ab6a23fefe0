import { armError } from '../wire/error.ts';
import { oldAdvisory, toWireEvent } from '../wire/health-event.ts';
import { type ArmApp, type ArmContext, type ArmDeps, armBase, armJson } from './arm-env.ts';

type Event = ReturnType<typeof toWireEvent> | typeof oldAdvisory;

/** Service Health of a subscription: planned maintenance that was announced, and what is no business of ours. */
export function addHealthEvents(app: ArmApp, deps: ArmDeps): void {
  app.get('/subscriptions/:s/providers/microsoft.resourcehealth/events', (context) => {
    const { $filter: filter = '', queryStartTime = '1970-01-01', $skiptoken: token } = context.req.query();
    const since = Date.parse(queryStartTime);
    const skip = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
    if (Number.isNaN(since) || !Number.isInteger(skip)) return badQuery();
    const type = /eventtype\s+eq\s+'(\w+)'/i.exec(filter)?.[1]?.toLowerCase();
    const found = events(deps, context.var.names.subscription).filter(
      ({ properties: { eventType, lastUpdateTime } }) =>
        (type ?? eventType.toLowerCase()) === eventType.toLowerCase() && Date.parse(lastUpdateTime) >= since,
    );
    return armJson(200, page(context, deps, found, skip));
  });
}

function events({ plannedWorks, clock }: ArmDeps, subscription: string): readonly Event[] {
  const isHere = (id = subscription) => id.toLowerCase() === subscription.toLowerCase();
  const works = plannedWorks.list().filter(({ subscriptionId }) => isHere(subscriptionId));
  return [...works.map((work) => toWireEvent(work, subscription, clock.now())), oldAdvisory];
}

function page(context: ArmContext, { settings, origin }: ArmDeps, all: readonly Event[], skip: number) {
  const end = skip + settings.pageSize;
  const token = Buffer.from(String(end)).toString('base64url');
  const asked = new URL(context.req.url).searchParams;
  asked.set('$skiptoken', token);
  return {
    value: all.slice(skip, end),
    ...(end < all.length && { nextLink: `${armBase(context, origin)}${context.var.path}?${asked}` }),
  };
}

function badQuery(): Response {
  return armError(400, { code: 'BadRequest', message: 'queryStartTime or $skiptoken is not valid.' });
}
