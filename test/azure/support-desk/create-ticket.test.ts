import { describe, expect, test } from 'vitest';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { example } from '../support/example.ts';
import { type Answer, notFound, type Question, startStandIn } from '../support/stand-in.ts';
import { subscriptionId } from '../support/wire.ts';
import { aContact, anAsk, provider, ticketPath, wireTicket } from './an-ask.ts';

const operation = `${provider}/operationsStatus/1`;
const asked = (method: string, path: string) => `${method} ${path.toLowerCase()}`;

type World = { ticket?: unknown; operation?: unknown; put?: Answer; isNameFree?: boolean; named?: unknown };

/** Support as the world stands when it is asked; the world may be changed in between. */
async function startSupport(world: World) {
  let url = '';
  const standIn = await startStandIn(({ method, path }: Question): Answer => {
    if (path.endsWith('/checknameavailability')) {
      return {
        body: world.named ?? { nameAvailable: world.isNameFree ?? true, reason: 'Name is already in use' },
      };
    }
    if (path === operation.toLowerCase()) return { body: world.operation };
    if (method === 'GET') return world.ticket ? { body: world.ticket } : notFound;
    const headers = { 'azure-asyncoperation': `${url}${operation}?t=1&s=s1gnature`, 'retry-after': '7' };
    return world.put ?? { status: 202, headers };
  });
  url = standIn.url;
  return standIn;
}

const refusedPut = { status: 409, body: { error: { code: 'Conflict', message: 'No.' } } };
const create = (
  standIn: Awaited<ReturnType<typeof startSupport>>,
  overrides: Parameters<typeof anAsk>[0] = {},
) => standIn.desk.createTicket(subscriptionId, anAsk(overrides));
const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('no fault'),
    (fault: unknown) => (fault instanceof AzureFault ? fault : expect.fail(String(fault))),
  );

describe('a ticket that is asked for', () => {
  test('is one PUT in Microsoft’s form, and nothing is waited for', async () => {
    const standIn = await startSupport({});
    expect(await create(standIn, { workspace: 'trunkline-case-1' })).toEqual({ retryAfterMs: 7_000 });
    expect(standIn.waits).toEqual([]);
    const [, put] = standIn.questions;
    expect(put).toMatchObject({ method: 'PUT', url: `${ticketPath}?api-version=2024-04-01` });
    expect(JSON.parse(put?.body ?? '')).toEqual({
      properties: {
        serviceId: '/providers/Microsoft.Support/services/s1',
        problemClassificationId: '/providers/Microsoft.Support/services/s1/problemClassifications/p1',
        title: 'Proof of ownership for 203.0.113.0/24',
        description: 'Please validate.',
        severity: 'moderate',
        advancedDiagnosticConsent: 'No',
        fileWorkspaceName: 'trunkline-case-1',
        contactDetails: {
          firstName: 'Ana',
          lastName: 'Duarte',
          primaryEmailAddress: 'netops@contoso.example',
          preferredContactMethod: 'email',
          phoneNumber: '+44 20 7946 0100',
          preferredTimeZone: 'GMT Standard Time',
          country: 'GBR',
          preferredSupportLanguage: 'en-us',
        },
        technicalTicketDetails: {
          resourceId: expect.stringContaining('/resourceGroups/rg-net/providers/Microsoft.Network'),
        },
      },
    });
  });

  test('has no field that Microsoft’s own example has not', async () => {
    const standIn = await startSupport({});
    await create(standIn, { workspace: 'w', contact: aContact({ phone: undefined }) });
    const { properties } = example('SupportCreateTechnicalSupportTicketForSubscription').sent(
      'createSupportTicketParameters',
    );
    const sent = JSON.parse(standIn.questions[1]?.body ?? '').properties;
    const known = (form: unknown) => Object.keys(Object(form));
    expect(known(properties)).toEqual(expect.arrayContaining(known(sent)));
    expect(known(Object(properties).contactDetails)).toEqual(
      expect.arrayContaining(known(sent.contactDetails)),
    );
  });

  test('is asked for no more once it is there', async () => {
    const standIn = await startSupport({ ticket: wireTicket() });
    expect(await create(standIn)).toEqual({ retryAfterMs: 0 });
    expect(standIn.asked()).toEqual([asked('GET', ticketPath)]);
  });

  test('is asked for no more while Azure makes it, by whoever asks again', async () => {
    const world: World = { operation: { status: 'InProgress' } };
    const standIn = await startSupport(world);
    await create(standIn);
    await create(standIn);
    world.operation = { status: 'Succeeded' };
    await create(standIn);
    expect(standIn.asked().filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  });

  test('whose name was taken by itself meanwhile is no error', async () => {
    const standIn = await startSupport({ put: refusedPut, isNameFree: false });
    expect(await create(standIn)).toEqual({ retryAfterMs: 10_000 });
  });

  test('whose name another ticket has is refused', async () => {
    const other = wireTicket({ technicalTicketDetails: { resourceId: '/subscriptions/other' } });
    const fault = await faultOf(create(await startSupport({ ticket: other })));
    expect(fault).toMatchObject({ kind: 'refused', failure: { code: 'OtherTicket' } });
    const untold = wireTicket({ technicalTicketDetails: null, title: 'Something else' });
    expect(await faultOf(create(await startSupport({ ticket: untold })))).toMatchObject({ kind: 'refused' });
  });

  test.each<[string, Answer, string, string | undefined]>([
    [
      'for want of a role',
      { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
      'forbidden',
      'AuthorizationFailed',
    ],
    [
      'for want of a plan',
      { status: 400, body: { error: { code: 'InvalidSupportPlan', message: 'No.' } } },
      'refused',
      'InvalidSupportPlan',
    ],
    ['without words', { status: 401, body: '' }, 'unauthorized', undefined],
    ['for now', { status: 503, body: '' }, 'unavailable', undefined],
  ])('that is refused %s is a fault with Azure’s own code', async (_, put, kind, code) => {
    const fault = await faultOf(create(await startSupport({ put })));
    expect(fault.kind).toBe(kind);
    expect(fault.failure?.code).toBe(code);
  });

  test.each([{ nameAvailable: false, reason: 'Invalid name', message: 'x' }, 'half of {'])(
    'whose name cannot be one stays refused: %j',
    async (named) => {
      const fault = await faultOf(create(await startSupport({ put: refusedPut, named })));
      expect(fault).toMatchObject({ kind: 'refused', failure: { code: 'Conflict' } });
    },
  );

  test('that Azure takes on and then refuses is told whenever it is looked for, without its signed link', async () => {
    const world: World = {
      operation: { status: 'Failed', error: { code: 'SupportPlanNotFound', message: 'No plan.' } },
    };
    const standIn = await startSupport(world);
    await create(standIn);
    for (const _ of ['first', 'second']) {
      const fault = await faultOf(standIn.desk.ticket(subscriptionId, 'trunkline-case-1'));
      expect(fault).toMatchObject({ kind: 'refused', message: 'SupportPlanNotFound: No plan.' });
      expect(JSON.stringify(fault) + fault.message).not.toContain('s1gnature');
    }
    await create(standIn);
    expect(standIn.asked().filter((line) => line.startsWith('PUT'))).toHaveLength(2);
    world.ticket = wireTicket();
    expect(await standIn.desk.ticket(subscriptionId, 'trunkline-case-1')).toMatchObject({ status: 'Open' });
  });

  test('that Azure has forgotten to be making is just not there', async () => {
    const standIn = await startSupport({});
    await create(standIn);
    standIn.replay(() => notFound);
    expect(await standIn.desk.ticket(subscriptionId, 'trunkline-case-1')).toBeUndefined();
  });

  test.each(['', '..', 'a/b'])('cannot have the name %j', async (name) => {
    const standIn = await startSupport({});
    expect(await faultOf(create(standIn, { name }))).toMatchObject({ kind: 'refused' });
    expect(standIn.questions).toEqual([]);
  });
});
