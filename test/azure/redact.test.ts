import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../src/azure/redact.ts';

const key = 'f10c0457-f2e3-40b9-9787-a574416c1299';

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

  test.each([
    `The keys of the service are ${key} and others`,
    `The circuit with the service key of the customer is ${key}`,
    `Keys: [${key}, ${key}]`,
    `ServiceKey=${key.replaceAll('-', '')}`,
    `InvalidServiceKey: the value (${key}) is unknown`,
  ])('anywhere in a sentence about keys: %s', (message) => {
    expect(redact(message)).not.toContain(key);
    expect(redact(message)).not.toContain(key.replaceAll('-', ''));
  });

  test('are known by what is said around them, even elsewhere in the answer', () => {
    const line = `The value ${key} is not unique`;
    expect(redact(line)).toBe(line);
    expect(redact(line, `InvalidServiceKey ${line}`)).toBe('The value [redacted] is not unique');
  });

  test('the subscription beside a key stays', () => {
    const message = `Initiating Circuit Subscription = ${key}, ServiceKey = ${key} is Not Provisioned.`;
    expect(redact(message)).toBe(
      `Initiating Circuit Subscription = ${key}, ServiceKey = [redacted] is Not Provisioned.`,
    );
  });

  test('a token is taken out', () => {
    expect(redact('Bearer eyJhbGciOi.eyJzdWIi.c2ln was refused')).toBe('Bearer [redacted] was refused');
  });

  test('the query of a link without a host is taken out', () => {
    expect(redact('poll /subscriptions/x/operations/y?api-version=1&t=2&s=SECRET')).toBe(
      'poll /subscriptions/x/operations/y',
    );
  });

  test('a question is no link', () => {
    const message = 'Is lon-01/primary up? Ask=yes.';
    expect(redact(message)).toBe(message);
  });

  test('what is known to be secret is taken out of any words', () => {
    const secret = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-zA-Z0-9]{1,25}$/u));
    const words = fc.array(fc.constantFrom('the', 'peering', '=', '"', ':', '(', ' ', 'failed', '|'));
    fc.assert(
      fc.property(secret, words, words, (value, before, after) => {
        const message = `${before.join(' ')} ${value},${after.join(' ')}`;
        const told = redact(message, message, new Set([value.toLowerCase()]));
        expect(told.split(/[^\w-]+/u).map((part) => part.toLowerCase())).not.toContain(value.toLowerCase());
      }),
    );
  });
});
