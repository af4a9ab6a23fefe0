import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Environment } from '../src/config.ts';
import { prefixStates } from '../src/domain/peering/prefix-states.ts';
import { caseSteps, stepNumber } from '../src/domain/validation/case/steps.ts';
import { preflightVerdicts } from '../src/domain/validation/preflight.ts';
import type { RegistryLoss, RegistryLossKind } from '../src/domain/validation/registration/registry-loss.ts';
import type { Mistake } from '../src/domain/validation/signature/mistake.ts';
import { verdictNames } from '../src/domain/validation/verdict-words.ts';
import { stepNames } from '../src/slack/blocks/case/step-names.ts';
import { signWords } from '../src/slack/blocks/refusal-sign.ts';
import { certificatePlace } from '../src/slack/blocks/validation/sign-certificate-place.ts';
import { signLines } from '../src/slack/blocks/validation/sign-lines.ts';
import { cautionWords } from '../src/slack/blocks/words/caution.ts';
import { mistakeWords } from '../src/slack/blocks/words/mistake.ts';
import { prefixStateMeaning } from '../src/slack/blocks/words/prefix-state.ts';
import { lossTitle } from '../src/slack/blocks/words/registry-loss.ts';

const guide = readFileSync('docs/prefix-validation.md', 'utf8');
/** Without the marks that differ between Slack and Markdown, and in straight quotes. */
const plain = (text: string) => text.replaceAll(/[*`]/gu, '').replaceAll('’', "'").replaceAll(/\s+/gu, ' ');
const words = plain(guide);

/** As GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

/** The example of Microsoft's own reference of Set-AzExpressRouteCircuitMicrosoftPeeringPrefixConfig. */
const prefix = '123.1.0.0/24';
const lines = signLines(`Azure-SKEY|7c44c70b-9c62-4a89-a6b2-d281b6ce7a49|${prefix}|ASN-23`, ['Contoso Ltd']);

const mistakes: Readonly<Record<Mistake['kind'], Mistake>> = {
  newline: { kind: 'newline' },
  'windows-newline': { kind: 'windows-newline' },
  'byte-order-mark': { kind: 'byte-order-mark' },
  'utf-16': { kind: 'utf-16' },
  quotes: { kind: 'quotes' },
  blanks: { kind: 'blanks' },
  'other-prefix': { kind: 'other-prefix', prefix: '123.1.0.0/25' },
  'other-asn': { kind: 'other-asn', asn: 65_010 },
  'other-text': { kind: 'other-text' },
  'other-digest': { kind: 'other-digest', digest: 'sha512' },
  'registry-key': { kind: 'registry-key' },
  'other-key': { kind: 'other-key' },
};

const losses: Readonly<Record<RegistryLossKind, RegistryLoss>> = {
  'route-gone': { kind: 'route-gone', sources: [], isCovered: false },
  'origin-changed': { kind: 'origin-changed', sources: [], routes: [] },
  'rpki-invalid': { kind: 'rpki-invalid', vrps: [] },
  'roa-gone': { kind: 'roa-gone' },
  'certificate-gone': { kind: 'certificate-gone' },
};

const signatureFault = (kind: 'lines' | 'digest' | 'hex') =>
  signWords['signature-text']({ code: 'signature-text', fault: { kind } }).what.mrkdwn;

describe('the guide to prefix validation', () => {
  it.each(Object.entries(lines))('has the lines of the form, %s, as the form has them', (shell, each) => {
    const kind = shell === 'powershell' ? 'powershell' : 'sh';
    expect(guide).toContain(`\`\`\`${kind}\n${each.join('\n')}\n\`\`\``);
  });

  it.each(prefixStates.map((state) => [state]))('explains the state %s in the same words', (state) => {
    expect(words).toContain(plain(`| ${state} | ${prefixStateMeaning(state)} |`));
  });

  it.each(preflightVerdicts.map((verdict) => [verdictNames[verdict]]))(
    'explains the verdict “%s”',
    (name) => {
      expect(guide).toContain(`| ${name} |`);
    },
  );

  it.each(Object.values(mistakes).map((mistake) => [mistake.kind, mistake]))(
    'says what is said of a signature: %s',
    (_, mistake) => {
      const { mrkdwn } = mistakeWords(mistake, prefix).what;
      expect(words).toContain(plain(mrkdwn.replace(' Azure would say SignatureVerificationFailed.', '')));
    },
  );

  it('says what is said of a text that is no signature, of a key, and of a record', () => {
    const said = [
      ...(['lines', 'digest', 'hex'] as const).map(signatureFault),
      signWords['private-key-pasted']({ code: 'private-key-pasted' }).what.mrkdwn.replace(/^:\w+: /u, ''),
      cautionWords['certificate-not-in-registry'].split('. ')[0] ?? '',
      certificatePlace('LACNIC').where.mrkdwn,
    ];
    for (const sentence of said) expect(words).toContain(plain(sentence));
  });

  it('has every step of a case, by its number and name', () => {
    for (const step of caseSteps)
      expect(words).toContain(plain(`| ${stepNumber(step)} ${stepNames[step]} |`));
  });

  it.each(Object.values(losses).map((loss) => [lossTitle(loss)]))(
    'has the alert that a prefix %s',
    (title) => {
      expect(guide).toContain(`| ${title} |`);
    },
  );

  it('has every setting of prefix validation', () => {
    const ofIt = /^(?:IRR|RPKI|RDAP|ORGANIZATION|REGISTRY|CASES?|SUPPORT)_/u;
    for (const name of Object.keys(Environment.shape).filter((one) => ofIt.test(one)))
      expect(guide).toMatch(new RegExp(`\\| .*\`${name}\``, 'u'));
  });

  it('leads to places that it has', () => {
    const headings = [...guide.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => anchorOf(heading));
    for (const [, anchor = ''] of guide.matchAll(/\]\(#([^)]+)\)/gu)) expect(headings).toContain(anchor);
  });

  it('names only sources that it lists, and lists only those that it names', () => {
    const [text = '', list = ''] = guide.split('\n## Sources\n');
    const listed = [...list.matchAll(/^\| (\d+) \|/gmu)].map(([, number]) => Number(number));
    const named = [...text.matchAll(/ \[(\d+)\](?!\()/gu)].map(([, number]) => Number(number));
    expect([...new Set(named)].sort((a, b) => a - b)).toEqual(listed);
  });

  it('has pictures of at most 200 kB, each with words for who does not see it', () => {
    const pictures = [...guide.matchAll(/!\[([^\]]*)\]\((images\/[^)]+)\)/gu)];
    expect(pictures.length).toBeGreaterThan(5);
    for (const [, alternative = '', path = ''] of pictures) {
      expect(alternative.length).toBeGreaterThan(40);
      expect(statSync(`docs/${path}`).size).toBeLessThan(200_000);
    }
  });
});
