import { describe, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { type Answer, addressOf, notFound, startStandIn } from '../support/stand-in.ts';
import { idOf } from '../support/wire.ts';

const listPath = `${idOf('lon-01')}/getCircuitLinkFailoverAllTestsDetails`.toLowerCase();
const start = { kind: 'start-failover-test', link: 'Primary', category: 'BgpDisconnect' } as const;
const stop = { ...start, kind: 'stop-failover-test' } as const;

function aTest(status: string, linkType = 'Primary', circuitTestCategory = 'BgpDisconnect') {
  return { status, linkType, circuitTestCategory };
}

/** An Azure whose list of tests is answered so, and which takes on every other POST. */
function listing(...answers: readonly Answer[]) {
  let count = 0;
  return startStandIn(({ path, method }) => {
    if (path !== listPath && method === 'POST') return { status: 202 };
    return answers[Math.min(count++, answers.length - 1)] ?? {};
  });
}

describe('the tests of a circuit', () => {
  const tests = [
    { link: 'Primary', category: 'BgpDisconnect', status: 'Completed' },
    { link: 'Secondary', category: 'BgpDisconnect', status: 'Expired' },
  ];
  const { answer } = example('ExpressRouteCircuitLinkFailoverAllTestsDetails');

  test('are asked for with one POST', async () => {
    const standIn = await listing({ body: answer });
    expect(await standIn.writer.failoverTests(addressOf())).toEqual(tests);
    expect(standIn.asked()).toEqual([`POST ${listPath}`]);
    expect(standIn.questions[0]?.url).toContain('?api-version=2026-01-01');
  });

  test('may come as a bare list', async () => {
    const standIn = await listing({ body: answer.value });
    expect(await standIn.writer.failoverTests(addressOf())).toEqual(tests);
  });

  test('are waited for at a Location, at Azure’s pace', async () => {
    let count = 0;
    const standIn = await startStandIn(({ method, headers }): Answer => {
      if (method === 'POST') return { status: 202, headers: { location: `http://${headers.host}/result` } };
      if (count++ < 2) return { status: 202, headers: { 'retry-after': '3' } };
      return { body: answer };
    });
    expect(await standIn.writer.failoverTests(addressOf())).toEqual(tests);
    expect(standIn.asked().slice(1)).toEqual(['GET /result', 'GET /result', 'GET /result']);
    expect(standIn.waits).toEqual([2_000, 3_000, 3_000]);
  });

  test.each([
    ['itself', { properties: { value: [aTest('Running')] } }],
    ['as output', { properties: { output: [aTest('Running')] } }],
  ])('may be told by the operation’s status %s', async (_, result) => {
    const standIn = await startStandIn(({ method, headers }) =>
      method === 'POST'
        ? { status: 202, headers: { 'azure-asyncoperation': `http://${headers.host}/op` } }
        : { body: { status: 'Succeeded', ...result } },
    );
    expect(await standIn.writer.failoverTests(addressOf())).toEqual([
      { link: 'Primary', category: 'BgpDisconnect', status: 'Running' },
    ]);
  });

  test('that cannot be told are Azure’s fault', async () => {
    const body = { status: 'Failed', error: { code: 'InternalServerError', message: 'No.' } };
    const standIn = await startStandIn(({ method, headers }) =>
      method === 'POST' ? { status: 202, headers: { location: `http://${headers.host}/op` } } : { body },
    );
    await expect(standIn.writer.failoverTests(addressOf())).rejects.toMatchObject({
      kind: 'refused',
      message: 'InternalServerError: No.',
    });
  });

  test('are waited for no longer than a minute', async () => {
    const standIn = await startStandIn(({ headers }) => ({
      status: 202,
      headers: { location: `http://${headers.host}/op`, 'retry-after': '20' },
    }));
    await expect(standIn.writer.failoverTests(addressOf())).rejects.toMatchObject({ kind: 'unavailable' });
    expect(standIn.waits).toEqual([20_000, 20_000]);
  });

  test.each<[string, Answer]>([
    ['404', notFound],
    ['a code', { status: 400, body: { error: { code: 'OperationNotSupported', message: 'x' } } }],
    ['another code', { status: 400, body: { error: { code: 'NoRegisteredProviderFound', message: 'x' } } }],
    ['words', { status: 400, body: { error: { code: 'BadRequest', message: 'It is not supported here.' } } }],
  ])('are undefined where Azure does not offer any, as it says by %s', async (_, answer) => {
    expect(await (await listing(answer)).writer.failoverTests(addressOf())).toBeUndefined();
  });

  test.each<[string, Answer]>([
    ['other refusals', { status: 400, body: { error: { code: 'BadRequest', message: 'Bad.' } } }],
    ['refusals without words', { status: 400 }],
    ['throttling', { status: 429 }],
    ['a strange list', { body: { tests: [] } }],
  ])('are not none after %s', async (_, answer) => {
    await expect((await listing(answer)).writer.failoverTests(addressOf())).rejects.toMatchObject({
      name: 'AzureFault',
    });
  });

  test('that are not understood are left out, and nothing at all is none', async () => {
    const standIn = await listing({ body: [{ status: 'Running' }, 'x', aTest('Running')] });
    expect(await standIn.writer.failoverTests(addressOf())).toHaveLength(1);
    expect(await (await listing({ body: 'null' })).writer.failoverTests(addressOf())).toEqual([]);
  });
});

describe('a start', () => {
  test('names link and category in the query', async () => {
    const standIn = await listing({ body: [aTest('Completed'), aTest('Running', 'Secondary')] });
    expect(await standIn.writer.send(addressOf(), start)).toMatchObject({ kind: 'started' });
    const [, post] = standIn.questions;
    const { pathname, searchParams } = new URL(post?.url ?? '', standIn.url);
    expect(pathname).toBe(`${idOf('lon-01')}/startCircuitLinkFailoverTest`);
    expect(Object.fromEntries(searchParams)).toEqual({
      'api-version': '2026-01-01',
      linkType: 'Primary',
      circuitTestCategory: 'BgpDisconnect',
    });
    expect([post?.method, post?.body]).toEqual(['POST', '']);
  });

  test('of a test that runs is done', async () => {
    const standIn = await listing({ body: [aTest('running', 'primary', 'bgpdisconnect')] });
    expect(await standIn.writer.send(addressOf(), start)).toEqual({ kind: 'done' });
    expect(standIn.questions).toHaveLength(1);
  });
});

describe('a stop', () => {
  test('claims nothing that nobody has looked at, and asks for nothing before', async () => {
    const standIn = await listing({ status: 500 });
    expect(await standIn.writer.send(addressOf(), stop)).toMatchObject({ kind: 'started' });
    const [post, ...more] = standIn.questions;
    expect([post?.path, more]).toEqual([`${idOf('lon-01')}/stopCircuitLinkFailoverTest`.toLowerCase(), []]);
    expect(JSON.parse(post?.body ?? '')).toEqual({
      linkType: 'Primary',
      circuitTestCategory: 'BgpDisconnect',
      wasSimulationSuccessful: false,
      isVerified: false,
    });
  });

  const refused = { status: 400, body: { error: { code: 'NoTestRuns', message: 'x' } } };
  const refusing = (tests: readonly unknown[]) =>
    startStandIn(({ path }) => (path === listPath ? { body: tests } : refused));

  test('that is refused because the test is over is done', async () => {
    const standIn = await refusing([aTest('Expired')]);
    expect(await standIn.writer.send(addressOf(), stop)).toEqual({ kind: 'done' });
  });

  test('that is refused while the test runs is refused', async () => {
    const standIn = await refusing([aTest('Running')]);
    await expect(standIn.writer.send(addressOf(), stop)).rejects.toMatchObject({
      kind: 'refused',
      failure: { code: 'NoTestRuns' },
    });
  });
});

describe('how a step stands', () => {
  test.each([
    [start, ['Running'], 'done'],
    [start, ['Starting'], 'under-way'],
    [start, ['StartFailed'], 'undone'],
    [start, ['Completed'], 'undone'],
    [start, [], 'undone'],
    [stop, ['Running'], 'undone'],
    [stop, ['Starting'], 'undone'],
    [stop, ['StopFailed'], 'undone'],
    [stop, ['Stopping'], 'under-way'],
    [stop, ['Completed'], 'done'],
    [stop, ['Completed', 'Running'], 'undone'],
    [stop, [], 'done'],
  ] as const)('%j with tests %j: %s', async (step, states, kind) => {
    const standIn = await listing({
      body: [...states.map((state) => aTest(state)), aTest('Running', 'Secondary')],
    });
    expect(await standIn.writer.stand(addressOf(), step)).toEqual({ kind });
  });
});
