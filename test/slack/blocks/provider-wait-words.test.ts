import { describe, expect, test } from 'vitest';
import type { NextStep } from '../../../src/domain/circuit/next-step.ts';
import { nextStepLine, shortStepLine, waitingFor } from '../../../src/slack/blocks/words/next-step.ts';
import { t0 } from '../../support/a-circuit.ts';

const all = { since: t0, orderNumber: 'No. 4711 a', promisedOn: '2026-03-20' };
const since = '<!date^1772421120^{date_short_pretty} {time}|2026-03-02 03:12 UTC>';
const of = (who: NextStep['who'], action: NextStep['action'], wait?: NextStep['wait']): NextStep => ({
  who,
  action,
  ...(wait ? { wait } : {}),
});

describe('what is said of a provider', () => {
  test.each<readonly [NextStep, string, string]>([
    [
      of('provider', 'wait-for-order', all),
      `*Equinix* has had order No. 4711 a since ${since}; it is promised for 2026-03-20.`,
      ' Its state becomes Provisioning when the provider begins.',
    ],
    [
      of('provider', 'wait-for-order', {}),
      '*Equinix* has the order.',
      ' Its state becomes Provisioning when the provider begins.',
    ],
    [
      of('provider', 'wait-for-provisioning', all),
      '*Equinix* is setting up the connection (order No. 4711 a, promised for 2026-03-20).',
      ' Configure no routing before the state is Provisioned.',
    ],
    [
      of('provider', 'wait-for-provisioning', { promisedOn: '2026-03-20' }),
      '*Equinix* is setting up the connection (promised for 2026-03-20).',
      ' Configure no routing before the state is Provisioned.',
    ],
    [
      of('provider', 'wait-for-provisioning'),
      '*Equinix* is setting up the connection.',
      ' Configure no routing before the state is Provisioned.',
    ],
    [
      of('you', 'chase-provider', all),
      '*You*: ask Equinix for it: it was promised for 2026-03-20.',
      ' Order number: No. 4711 a. `/circuit order` records the new day.',
    ],
    [
      of('you', 'chase-provider', { since: t0 }),
      `*You*: ask Equinix for a day: nothing was promised, and it has been waited for since ${since}.`,
      ' `/circuit order` records the new day.',
    ],
  ])('%j', (step, first, more) => {
    expect(nextStepLine(step, 'Equinix').mrkdwn).toBe(first + more);
    expect(shortStepLine(step, 'Equinix').mrkdwn).toBe(first);
  });

  test('in a list, who must act', () => {
    expect(waitingFor(of('provider', 'wait-for-order', all), 'Equinix')).toBe('waits for Equinix');
    expect(waitingFor(of('you', 'chase-provider', all), 'Equinix')).toBe(
      'you: ask the provider, who is late',
    );
  });

  test('a provider that Azure does not name is one all the same', () => {
    expect(nextStepLine(of('you', 'chase-provider', {}), '').mrkdwn).toContain('ask the provider for a day');
  });
});
