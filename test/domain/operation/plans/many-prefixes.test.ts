import { expect, test } from 'vitest';
import { planPeering } from '../../../../src/domain/operation/plans/peering.ts';
import { diffLines } from '../../../../src/slack/blocks/words/plan.ts';
import { aMicrosoftIntent, publicFamily } from '../../../support/a-peering-intent.ts';
import { aCircuitSight, somePlanInputs } from '../../../support/plan-inputs.ts';

test('two hundred new prefixes do not hide what else is changed from those who approve', () => {
  const advertisedPrefixes = Array.from({ length: 200 }, (_, index) => `20.1.${index}.0/24`);
  const intent = aMicrosoftIntent({ sharedKey: 'typed1', ipv4: { ...publicFamily, advertisedPrefixes } });
  const inputs = somePlanInputs({ sight: aCircuitSight({ peerings: [] }) });
  const planned = planPeering(intent, inputs);
  if (!planned.ok) throw new Error(planned.refusal.code);
  const shown = diffLines(planned.value.changes).mrkdwn;
  const others = planned.value.changes.filter(({ field }) => !field.includes('advertised public prefix'));
  expect(others.map(({ field }) => field)).toContain('Microsoft peering MD5 key');
  for (const { field } of others) expect(shown).toContain(field);
  expect(shown).toContain('more');
});
