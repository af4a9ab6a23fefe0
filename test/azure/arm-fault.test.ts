import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfAnswer, redact, retryAfterMs } from '../../src/azure/arm-fault.ts';

const key = 'f10c0457-f2e3-40b9-9787-a574416c1299';

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

describe('secrets in Azure’s words', () => {
  test.each([
    `Put Global Reach Connection Initiating Circuit Subscription = x, ServiceKey = ${key} is Not Provisioned.`,
    `service key ${key}`,
    `service key: '${key}'`,
    `{"serviceKey": "${key}"}`,
    `{\\"serviceKey\\":\\"${key}\\"}`,
    `SERVICEKEY=${key.toUpperCase()}`,
    `s-key ${key}`,
    `validationId Azure-SKEY|${key}|11.2.3.4/30|ASN-1000`,
    `authorizationKey: ${key}`,
    `"sharedKey": "${key}"`,
    `the authorization key "${key}" is invalid`,
  ])('%s', (message) => {
    expect(redact(message).toLowerCase()).not.toContain(key);
  });

  test('a shared key of any form', () => {
    expect(redact('{"sharedKey":"hunter2","vlanId":100}')).toBe('{"sharedKey":"[redacted]","vlanId":100}');
  });

  test('words about keys stay', () => {
    const message = 'The shared key must have 25 letters at most; the service key is missing.';
    expect(redact(message)).toBe(message);
  });

  test('signed links lose their query', () => {
    const message = redact(
      'See https://management.azure.com/subscriptions/x/operations/y?t=1&c=abc&s=SECRET&h=h now.',
    );
    expect(message).toBe('See https://management.azure.com/subscriptions/x/operations/y now.');
  });

  test('other ids stay, they are what people search for', () => {
    const message = `The client '${key}' with object id '${key}' does not have authorization`;
    expect(redact(message)).toBe(message);
  });

  test('are gone from a fault of an answer', () => {
    const body = JSON.stringify({
      error: { code: 'InitiatingCircuitNotProvisioned', message: `ServiceKey = ${key}` },
    });
    expect(faultOfAnswer(409, undefined, body).message).toBe(
      'InitiatingCircuitNotProvisioned: ServiceKey = [redacted]',
    );
  });

  test('endless words are cut', () => {
    const body = JSON.stringify({ error: { code: 'X', message: 'y'.repeat(50_000) } });
    expect(faultOfAnswer(500, undefined, body).message.length).toBeLessThanOrEqual(1_000);
  });
});
