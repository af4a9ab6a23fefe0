import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfAnswer, retryAfterMs } from '../../src/azure/arm-fault.ts';

describe('how long to wait', () => {
  const now = Date.UTC(2026, 2, 2, 3, 12, 0);
  test.each([
    ['30', 30_000],
    ['0', 0],
    ['1.5', 1_500],
    ['-5', 0],
    ['999999', 3_600_000],
    ['Mon, 02 Mar 2026 03:12:42 GMT', 42_000],
    ['Mon, 02 Mar 2026 03:11:00 GMT', 0],
    ['Tue, 02 Mar 2027 03:11:00 GMT', 3_600_000],
    ['soon', 10_000],
    ['', 10_000],
    [undefined, 10_000],
  ])('%j: %i ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  test('is never negative and an hour at most', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.date().map(String)), (header) => {
        const ms = retryAfterMs(header, now);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});

function faultOf(error: unknown, status = 400) {
  return faultOfAnswer({ status, body: JSON.stringify({ error }), correlationId: 'c0ffee' });
}

describe('what an answer means', () => {
  test.each([
    [400, 'InvalidRequestFormat', 'refused'],
    [409, 'ScopeLocked', 'refused'],
    [409, 'ConflictError', 'refused'],
    [409, 'AnotherOperationInProgress', 'locked'],
    [400, 'AnotherOperationInProgress', 'locked'],
    [429, 'RetryableErrorDueToAnotherOperation', 'locked'],
    [429, 'RetryableError', 'locked'],
    [429, 'SubscriptionRequestsThrottled', 'throttled'],
    [412, 'PreconditionFailed', 'changed'],
    [401, 'InvalidAuthenticationToken', 'unauthorized'],
    [403, 'AuthorizationFailed', 'forbidden'],
    [403, 'AnotherOperationInProgress', 'forbidden'],
    [404, 'ResourceNotFound', 'not-found'],
    [408, 'RequestTimeout', 'unavailable'],
    [500, 'InternalServerError', 'unavailable'],
    [503, 'ServerBusy', 'unavailable'],
  ])('%i %s: %s', (status, code, kind) => {
    expect(faultOf({ code, message: 'x' }, status).kind).toBe(kind);
  });

  test.each([
    ['Updating', 'locked'],
    ['Deleting', 'locked'],
    ['Failed', 'refused'],
  ])('a resource that it needs is in %s state: %s', (state, kind) => {
    const message = `Cannot proceed with operation because resource x used by resource y is not in Succeeded state. Resource is in ${state} state and the last operation is PutOperation.`;
    expect(faultOf({ code: 'ReferencedResourceNotProvisioned', message }).kind).toBe(kind);
  });

  test.each([
    [429, 'RetryableErrorDueToAnotherOperation', 17_000],
    [429, 'SubscriptionRequestsThrottled', 17_000],
    [409, 'ConflictError', undefined],
  ])('%i %s is to be left alone for %s ms', (status, code, ms) => {
    const body = JSON.stringify({ error: { code, message: 'x' } });
    expect(faultOfAnswer({ status, body, retryAfter: '17' }).retryAfterMs).toBe(ms);
  });
});

describe('Azure’s words', () => {
  test('are code, message, details however deep, and the correlation id', () => {
    const fault = faultOf({
      code: 'InvalidRequest',
      message: 'It cannot be done.',
      details: [
        { code: 'Outer', message: 'Because.', details: [{ code: 'Inner', message: 'Truly.' }] },
        { message: 'Without a code.' },
        { code: 'WithoutMessage' },
        { target: 'nothing of interest' },
        'a mere text',
      ],
      innererror: { code: 'Deep', innererror: { code: 'Deeper', message: 'At the bottom.' } },
    });
    expect(fault.message).toBe('InvalidRequest: It cannot be done.');
    expect(fault.failure).toEqual({
      code: 'InvalidRequest',
      message: 'It cannot be done.',
      details: [
        'Outer: Because.',
        'Inner: Truly.',
        'Without a code.',
        'WithoutMessage',
        'Deep',
        'Deeper: At the bottom.',
      ],
      correlationId: 'c0ffee',
    });
  });

  test('that are said twice are told once', () => {
    const detail = { code: 'Same', message: 'again' };
    expect(faultOf({ code: 'X', details: [detail, detail] }).failure?.details).toEqual(['Same: again']);
  });

  test('are none where there is no error in ARM’s form', () => {
    for (const body of ['', 'null', '<html>', '{"message":"no"}', '{"error":"no"}', '{"error":{}}']) {
      const fault = faultOfAnswer({ status: 409, body });
      expect(fault).toMatchObject({ kind: 'refused', message: 'HTTP 409', failure: undefined });
    }
  });

  test('without end are cut', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ code: `C${at}`, message: 'y'.repeat(5_000) }));
    const fault = faultOf({ code: 'X', message: 'y'.repeat(50_000), details: many });
    expect(fault.message.length).toBeLessThanOrEqual(1_000);
    expect(fault.failure?.details).toHaveLength(20);
    expect(Math.max(...(fault.failure?.details ?? []).map(({ length }) => length))).toBeLessThanOrEqual(
      1_000,
    );
  });

  test('nested without end are read to some depth', () => {
    let error: unknown = { code: 'Bottom' };
    for (let depth = 0; depth < 1_000; depth++) error = { code: `C${depth}`, innererror: error };
    expect(faultOf(error).failure?.details).toHaveLength(5);
  });
});

describe('no fault repeats a key', () => {
  const keyText = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-zA-Z0-9]{8,25}$/u));
  /** A key in Azure’s words; the GUIDs of issued keys are known by what is said around them. */
  const told = (key: string) =>
    fc.constantFrom(
      `ServiceKey = ${key} is Not Provisioned.`,
      `{"authorizationKey":"${key}"}`,
      `shared key: ${key}`,
      `Azure-SKEY|${key}|11.2.3.4/30|ASN-1000`,
      `is ${key} the one?`,
      `https://management.azure.com/operations/x?t=1&s=${key}`,
    );
  const node = (key: string) =>
    fc.letrec<{ error: unknown }>((tie) => ({
      error: fc.record(
        {
          code: fc.oneof(fc.constant('ServiceKeyInvalid'), told(key)),
          message: told(key),
          details: fc.array(tie('error'), { maxLength: 2 }),
          innererror: tie('error'),
        },
        { requiredKeys: [] },
      ),
    })).error;

  test('whatever its form and wherever it is said, when it is known', () => {
    fc.assert(
      fc.property(
        keyText.chain((key) => fc.tuple(fc.constant(key), node(key))),
        fc.integer({ min: 400, max: 599 }),
        ([key, error], status) => {
          const body = JSON.stringify({ error });
          const secrets = new Set([key.toLowerCase()]);
          const shown = (said: string) =>
            inspect(faultOfAnswer({ status, body: said, secrets }), {
              depth: 20,
              showHidden: true,
            }).toLowerCase();
          // A key that is spelt like a word of every fault, or of its stack, is repeated by nobody.
          fc.pre(!shown('{}').includes(key.toLowerCase()));
          expect(shown(body)).not.toContain(key.toLowerCase());
        },
      ),
    );
  });

  test('nor a GUID that is spoken of as one, when nobody knows it', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.constantFrom('serviceKey', 'authorizationKey', 'Service key'),
        (key, name) => {
          const body = JSON.stringify({
            error: {
              code: 'Conflict',
              message: `${name} = ${key}.`,
              details: [{ message: `It was ${key}.` }],
            },
          });
          expect(inspect(faultOfAnswer({ status: 409, body }), { depth: 20 })).not.toContain(key);
        },
      ),
    );
  });
});
