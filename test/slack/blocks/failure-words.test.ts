import { describe, expect, test } from 'vitest';
import { ownFailureCodes } from '../../../src/domain/approval/failure.ts';
import type { Failure } from '../../../src/domain/approval/request.ts';
import { operations } from '../../../src/domain/operation/operation.ts';
import { validateMessage } from '../../../src/sandbox/slack/block-kit/validate.ts';
import { section } from '../../../src/slack/blocks/kit.ts';
import { lines } from '../../../src/slack/blocks/mrkdwn.ts';
import { reply } from '../../../src/slack/blocks/reply.ts';
import { failureWords } from '../../../src/slack/blocks/words/failure.ts';
import { hostileTexts } from '../../support/slack-hostile.ts';
import { problemsOf } from '../../support/slack-limits.ts';
import { foreignMarkup } from '../../support/slack-mentions.ts';
import { message } from '../../support/slack-shown.ts';

const aFailure = (overrides: Partial<Failure> = {}): Failure => ({
  code: 'ConflictError',
  message:
    'The specified dedicated circuit is not in Deprovisioned state. Please initiate the deprovisioning process with your service provider.',
  details: [],
  ...overrides,
});

function told(failure: Partial<Failure>, operation: (typeof operations)[number] = 'delete') {
  const { what, next } = failureWords(aFailure(failure), operation, 'lon-01');
  return `${what.mrkdwn}\n${next.mrkdwn}`;
}

describe('a deletion that Azure refuses minutes later', () => {
  test('is told in the sentence that comes before asking, with the lag of the provider’s state', () => {
    const text = told({});
    expect(text).toContain(
      'must deprovision it first. Microsoft bills it until the circuit itself is deleted.',
    );
    expect(text).toContain("Azure's record of its state is behind by some minutes");
    expect(text).toContain('ConflictError: The specified dedicated circuit is not in Deprovisioned state.');
  });

  test('is told the same at the end of a deprovisioning', () => {
    expect(told({}, 'deprovision')).toBe(told({}));
  });

  test('for something that hangs on the circuit says how to see what', () => {
    expect(told({ message: 'The circuit is in use by conn-hub.' })).toContain(
      '`/circuit delete lon-01` lists what.',
    );
  });
});

describe('a failure', () => {
  test.each([
    ['InitiatingCircuitNotProvisioned', 'link', 'which Global Reach needs'],
    ['SubscriptionNotAuthorized', 'peering', 'BGP communities'],
    ['InternalError', 'resize', 'Bandwidth is never lowered'],
    ['InternalError', 'link', 'failed in Azure'],
    ['InvalidAuthorizationKey', 'link', 'a fresh authorization is made'],
    ['AuthorizationFailed', 'create', 'Network Contributor'],
    ['ResourceNotFound', 'unlink', 'in Azure no more'],
    ['NotFound', 'unlink', 'in Azure no more'],
    ['QuotaExceeded', 'create', 'A limit of the Azure subscription is reached'],
    ['RetryableErrorDueToAnotherOperation', 'delete', 'busy with another change'],
    ['SubscriptionRequestsThrottled', 'delete', 'no more requests'],
    ['PreconditionFailed', 'peering', 'changed by somebody else'],
    ['NameTaken', 'link', 'Choose another name'],
    ['AuthorizationNotFound', 'link', 'a fresh one is made'],
    ['ConflictError', 'link', 'failed in Azure'],
    ['SomethingNew', 'delete', 'open a support request with Microsoft'],
  ] as const)('%s of %s says: %s', (code, operation, words) => {
    expect(told({ code, message: 'as Azure says' }, operation)).toContain(words);
  });

  test.each(ownFailureCodes.map((code) => [code]))('of ours, %s, has a sentence of its own', (code) => {
    expect(told({ code })).not.toContain('failed in Azure');
  });

  test('is told with Azure’s code, message, details and correlation id', () => {
    const details = Array.from({ length: 8 }, (_, index) => `InvalidPrefix: detail ${index}`);
    const text = told({ code: 'Odd', message: 'It is odd.', details, correlationId: 'c-1' });
    expect(text).toContain('Odd: It is odd.');
    expect(text).toContain('• InvalidPrefix: detail 4\n• and 3 more\nCorrelation id c-1');
  });

  test('with a long message is not cut after its first words', () => {
    expect(told({ message: `${'a'.repeat(700)}end` })).toContain('aend');
  });

  test.each(hostileTexts.map((text) => [text]))('with %j everywhere is fit for a message', (text) => {
    for (const operation of operations) {
      const failure = { code: text, message: text.repeat(3), details: [text, text], correlationId: text };
      const { what, next } = failureWords(failure, operation, text);
      const shown = message('failure', reply(what, [section(lines(what, next))]));
      const { text: fallback, blocks } = reply(what, [section(lines(what, next))]);
      expect(validateMessage({ text: fallback, blocks })).toEqual([]);
      expect([...problemsOf(shown), ...foreignMarkup(shown)]).toEqual([]);
    }
  });
});
