import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf } from '../../../../src/domain/circuit/circuit-id.ts';
import { type Case, evidenceKinds } from '../../../../src/domain/validation/case/case.ts';
import { fileLimit, textLimits } from '../../../../src/domain/validation/case/command.ts';
import { ticketText } from '../../../../src/domain/validation/case/ticket-text.ts';
import { aCase, aCaseFacts, aCaseFile, aCasePrefix, aSettled, caseAt } from '../../../support/a-case.ts';
import { aCircuit, t0 } from '../../../support/a-circuit.ts';

const anyText = fc.oneof(fc.string({ maxLength: 1_200 }), fc.constant('x'.repeat(1_000)));
const name = fc.integer({ min: 1, max: 80 }).map((length) => 'circuit-'.padEnd(80, 'x').slice(0, length));
const prefix = fc.tuple(fc.nat({ max: 0xffff }), fc.boolean()).map(([n, isSettled]) => {
  const text = `2001:db8:ffff:ffff:ffff:ffff:ffff:${n.toString(16)}/128`;
  return isSettled ? aSettled(text) : aCasePrefix({ prefix: text, state: 'ManualValidationNeeded' });
});
const file = fc
  .tuple(fc.constantFrom(...evidenceKinds), fc.integer({ min: 1, max: 96 }))
  .map(([kind, length]) => aCaseFile({ kind, name: `${'n'.repeat(length)}.pdf` }));
const verdict = anyText.map((reason) => ({ prefix: '2001:db8::/48', verdict: 'sign', reason }));

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    name,
    resourceGroup: fc.constantFrom('rg', 'g'.repeat(90)),
    prefixes: fc.array(prefix, { minLength: 1, maxLength: 400 }),
    files: fc.array(file, { maxLength: fileLimit }),
    verdicts: fc.array(verdict, { maxLength: 40 }),
    note: anyText.map((text) => text.slice(0, textLimits.note)),
  })
  .map(({ name: circuitName, resourceGroup, prefixes, files, verdicts, note }) => {
    const it = caseAt('evidence-review', {
      circuit: addressOf(aCircuit({ name: circuitName, resourceGroup })),
    });
    const steps = { ...it.steps, evidence: { ...it.steps.evidence, note } };
    const facts = aCaseFacts({ peerAsn: 4_294_967_295, customerAsn: 4_294_967_295, prefixes });
    return { ...it, steps, facts, files, preflight: { at: t0, fileId: 'f', verdicts, silent: [] } };
  });

it('the text fits the form, names the circuit and ends with what it is for', () => {
  fc.assert(
    fc.property(anyCase, (it) => {
      const { title, body } = ticketText(it);
      expect(title.length).toBeLessThanOrEqual(textLimits.title);
      expect(body.length).toBeLessThanOrEqual(textLimits.body);
      expect(body).toContain(`Circuit: ${it.circuit.id}`);
      expect(body).toMatch(
        /authorized by their holder to advertise them\.\nPlease tell us if anything is missing\.$/u,
      );
      const lines = body.split('\n');
      const at = lines.indexOf('Prefixes:');
      const named = lines.slice(at + 1, lines.indexOf('', at));
      const open = it.facts.prefixes.filter(({ isSettled }) => !isSettled).length;
      const [, more = '0'] = /^- and (\d+) more/u.exec(named.at(-1) ?? '') ?? [];
      expect(named.filter((line) => line.includes('/128')).length + Number(more)).toBe(open);
    }),
  );
});

it('the text names no key: no other id than the circuit’s subscription stands in it', () => {
  fc.assert(
    fc.property(anyCase, (it) => {
      const { title, body } = ticketText({ ...it, preflight: undefined });
      const ids = `${title}\n${body}`.match(
        /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu,
      );
      expect(new Set(ids)).toEqual(new Set([it.circuit.subscriptionId]));
    }),
    { numRuns: 20 },
  );
});

it('the text of a small case says all of it', () => {
  const { circuit, facts, files, steps, preflight } = caseAt('evidence-review');
  expect(ticketText({ circuit, facts, files, steps, ...(preflight ? { preflight } : {}) })).toEqual({
    title: 'ExpressRoute Microsoft peering: proof of ownership for public prefixes, circuit lon-01',
    body: `Please validate the advertised public prefixes of the Microsoft peering of circuit lon-01 manually.

Circuit: ${circuit.id}
Peer ASN: 64510
Customer ASN: 64510
Routing registry named in the peering: RIPENCC

Prefixes:
- 203.0.113.0/24 (ValidationNeeded)

What the public registries say:
- 203.0.113.0/24: The holder is Example Leasing.

Attached:
- what-the-registries-say.txt (what the public registries say)
- letter.pdf (Letter of Authorization)

References:
Contract EX-2291.

We hold these prefixes together with the AS number above, or are authorized by their holder to advertise them.
Please tell us if anything is missing.`,
  });
});

it('the text leaves out what was taken out and what is accepted', () => {
  const facts = aCaseFacts({ prefixes: [aSettled('198.51.100.0/24'), aCasePrefix()] });
  const { body } = ticketText(aCase({ facts, files: [aCaseFile({ isRemoved: true })] }));
  expect(body).not.toContain('198.51.100.0/24');
  expect(body).not.toContain('Attached');
});
