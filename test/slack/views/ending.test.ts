import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/domain/circuit/circuit-id.ts';
import { deprovisionInputs, deprovisionModal } from '../../../src/slack/blocks/forms/deprovision.ts';
import { failoverInputs, failoverModal } from '../../../src/slack/blocks/forms/failover.ts';
import { refusalText } from '../../../src/slack/blocks/refusal.ts';
import { readDeprovision } from '../../../src/slack/views/deprovision.ts';
import { readFailover } from '../../../src/slack/views/failover.ts';
import { aKnownCircuit } from '../../support/a-circuit.ts';
import { asShown, choosing, ticking, typing } from '../../support/form-values.ts';

const known = aKnownCircuit();
const target = addressOf(known.circuit);

describe('the deprovision form', () => {
  const shown = asShown(deprovisionModal(known.circuit, ''));

  test('deletes nothing unless that is ticked', () => {
    expect(readDeprovision(shown, known)).toEqual({
      ok: true,
      value: { operation: 'deprovision', target, thenDelete: false },
    });
    expect(readDeprovision(ticking(shown, deprovisionInputs.thenDelete), known)).toMatchObject({
      value: { thenDelete: true },
    });
  });

  test('says that the circuit is gone', () => {
    expect(readDeprovision(shown, undefined)).toEqual({
      ok: false,
      refusal: { 'deprovision.delete': { code: 'circuit-gone', name: '' } },
    });
  });
});

describe('the failover form', () => {
  const shown = asShown(failoverModal(known.circuit, 'Secondary', ''));

  test('is read as it stands: the link that was named, BGP disconnected, ten minutes', () => {
    expect(readFailover(shown, known)).toEqual({
      ok: true,
      value: {
        operation: 'failover',
        target,
        link: 'Secondary',
        category: 'BgpDisconnect',
        minutes: 10,
      },
    });
  });

  test('is read as it was changed', () => {
    const values = typing(
      choosing(choosing(shown, failoverInputs.link, 'Primary'), failoverInputs.category, 'ASPathPrepend'),
      failoverInputs.minutes,
      '240',
    );
    expect(readFailover(values, known)).toMatchObject({
      value: { link: 'Primary', category: 'ASPathPrepend', minutes: 240 },
    });
  });

  test.each([
    [typing(shown, failoverInputs.minutes, '0'), 'failover.minutes', 'cannot run for 0 min'],
    [typing(shown, failoverInputs.minutes, '241'), 'failover.minutes', 'from 1 to 240'],
    [typing(shown, failoverInputs.minutes, '1.5'), 'failover.minutes', 'cannot run for that long'],
    [typing(shown, failoverInputs.minutes, ''), 'failover.minutes', 'cannot run for that long'],
    [choosing(shown, failoverInputs.link, 'Tertiary'), 'failover.link', 'cannot be read any more'],
    [choosing(shown, failoverInputs.category, 'Explode'), 'failover.category', 'cannot be read any more'],
  ])('says at its input what is wrong (%#)', (values, block, words) => {
    const read = readFailover(values, known);
    const problems = read.ok ? {} : read.refusal;
    expect(Object.keys(problems)).toEqual([block]);
    const [refusal] = Object.values(problems);
    expect(refusal && refusalText(refusal)).toContain(words);
  });
});
