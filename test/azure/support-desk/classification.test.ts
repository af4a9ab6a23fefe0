import { describe, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { startStandIn } from '../support/stand-in.ts';

const services = '/providers/microsoft.support/services';
const named = (name: string, displayName: string, at = '/providers/Microsoft.Support/services') => ({
  id: `${at}/${name}`,
  name,
  properties: { displayName },
});
const problemsAt = '/providers/Microsoft.Support/services/er/problemClassifications';

/** Support with these services, two on the first page, and these problems for each. */
async function supportWith(serviceList: readonly unknown[], problems: readonly unknown[]) {
  let home = '';
  const standIn = await startStandIn(({ path, url }) => {
    if (path !== services) return { body: { value: problems } };
    if (url.includes('page=2')) return { body: { value: serviceList.slice(2) } };
    const nextLink = serviceList.length > 2 ? `${home}${url}&page=2` : null;
    return { body: { value: serviceList.slice(0, 2), nextLink } };
  });
  home = standIn.url;
  return standIn;
}

describe('what a ticket is about', () => {
  test('is looked up by the service’s whole name, on every page, and by words of the problem', async () => {
    const all = [named('erd', 'ExpressRoute Direct'), named('x', 'Billing'), named('er', 'ExpressRoute')];
    const problems = [
      { odd: true },
      named('p1', 'Circuit / Not able to create', problemsAt),
      named('p2', 'Microsoft peering / Proof of Ownership for Public Prefixes', problemsAt),
    ];
    const standIn = await supportWith(all, problems);
    expect(await standIn.desk.classification('expressroute', /ownership for public prefixes/iu)).toEqual({
      serviceId: '/providers/Microsoft.Support/services/er',
      serviceName: 'ExpressRoute',
      problemId: `${problemsAt}/p2`,
      problemName: 'Microsoft peering / Proof of Ownership for Public Prefixes',
    });
    expect(standIn.asked()).toEqual([
      `GET ${services}`,
      `GET ${services}`,
      `GET ${services}/er/problemclassifications`,
    ]);
    expect(standIn.questions.every(({ url }) => url.includes('api-version=2024-04-01'))).toBe(true);
  });

  test('is not known when no service has that name: ExpressRoute Direct is another one', async () => {
    const standIn = await supportWith([named('erd', 'ExpressRoute Direct')], []);
    expect(await standIn.desk.classification('ExpressRoute', /x/u)).toBeUndefined();
  });

  test('is not known when no problem has the words, asked twice as well', async () => {
    const standIn = await supportWith(
      [named('er', 'ExpressRoute')],
      [named('p1', 'Circuit / BGP', problemsAt)],
    );
    expect(await standIn.desk.classification('ExpressRoute', /ownership/iu)).toBeUndefined();
    const global = /bgp/giu;
    expect(await standIn.desk.classification('ExpressRoute', global)).toMatchObject({
      problemName: 'Circuit / BGP',
    });
    expect(await standIn.desk.classification('ExpressRoute', global)).toMatchObject({
      problemName: 'Circuit / BGP',
    });
  });

  test('is read from Microsoft’s own examples', async () => {
    const standIn = await startStandIn(({ path }) => ({
      body: example(path === services ? 'SupportListServices' : 'SupportListProblemClassifications').answer,
    }));
    expect(await standIn.desk.classification('Subscription management', /invoices/iu)).toEqual({
      serviceId: '/providers/Microsoft.Support/services/service_guid_3',
      serviceName: 'Subscription management',
      problemId:
        '/providers/Microsoft.Support/services/service_guid/problemClassifications/problemClassification_guid_2',
      problemName: 'Reservation Management / Request Invoices',
    });
  });
});
