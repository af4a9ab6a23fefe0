import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlainText } from '../../../src/domain/validation/signature/validation-id.ts';
import { emptiedModal } from '../../../src/slack/blocks/validation/sign-emptied.ts';
import { signLines } from '../../../src/slack/blocks/validation/sign-lines.ts';
import { signed } from '../../support/signed.ts';
import { submittedForm } from '../../support/slack-requests.ts';

const { validationId } = signed;
const subjectIn = (lines: readonly string[]) => lines.join('\n').match(/-subj '([^']*)'/u)?.[1];

const character = fc.constantFrom(...'\'’‘`"$\\\n\u0000/=+<>&;|%é日Ab1 .,()-');

describe('the printed lines', () => {
  test('sign exactly the validation ID, without a newline, in each shell', () => {
    const { shell, powershell } = signLines(validationId, []);
    expect(shell[0]).toBe(`printf '%s' '${validationId}' > validation-id.txt`);
    expect(powershell.slice(0, 2)).toEqual([
      '$here = (Get-Location).ProviderPath',
      `[IO.File]::WriteAllText("$here\\validation-id.txt", '${validationId}', [Text.UTF8Encoding]::new($false))`,
    ]);
    expect(powershell.at(-1)).toBe(
      '[Convert]::ToBase64String([IO.File]::ReadAllBytes("$here\\signature.bin"))',
    );
  });

  test.each([
    [[], '/CN=AS64496 203.0.113.0\\/24'],
    [['Contoso Ltd', 'Contoso Networks'], '/O=Contoso Ltd/CN=AS64496 203.0.113.0\\/24'],
    [['Müller & Söhne GmbH'], '/O=Muller Sohne GmbH/CN=AS64496 203.0.113.0\\/24'],
    [["O'Neill/CN=evil"], '/O=ONeillCNevil/CN=AS64496 203.0.113.0\\/24'],
    [['日本'], '/CN=AS64496 203.0.113.0\\/24'],
  ])('name %j as %s', (organizations, subject) => {
    expect(subjectIn(signLines(validationId, organizations).certificate)).toBe(subject);
  });

  test('hold no name that could end the quotes or begin another', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 80 }), (organization) => {
        const lines = signLines(validationId, [organization]).certificate.join('\n');
        const subject = subjectIn(lines.split('\n')) ?? '';
        expect(lines.match(/'/gu)).toHaveLength(2);
        expect(subject).toMatch(/^(?:\/O=[A-Za-z0-9 .,()-]{1,64})?\/CN=AS64496 203\.0\.113\.0\\\/24$/u);
      }),
    );
  });

  test('hold a validation ID only when nothing in it ends the quotes', () => {
    expect(isPlainText(validationId)).toBe(true);
    expect(isPlainText('Azure-SKEY|7c44c70b-9c62-4a89-a6b2-d281b6ce7a49|2001:db8::/32|ASN-23')).toBe(true);
    for (const text of ["'", '’', '`', '"', '$', '\\', '\n', ' ', '', ';', '<', '&', 'é', '%s'])
      expect(isPlainText(validationId.replace('Azure', text) + (text === '' ? ' ' : ''))).toBe(false);
  });
});

test('a form is emptied of what must not stay, under another name, and keeps the rest', () => {
  const whole = submittedForm('in order');
  const values = { ...whole.state.values, 'try.text': { 'try.text': { value: 'typed by mistake' } } };
  const form = { ...whole, state: { values } };
  const emptied = emptiedModal(form, ['try.text']);
  const ids = emptied.blocks.map(({ block_id }) => block_id);
  expect(ids).not.toContain('try.text');
  expect(ids).toContain('try.text.2');
  expect(JSON.stringify(emptied)).not.toContain('typed by mistake');
  expect(JSON.stringify(emptied)).toContain('"initial_option":{"text":{"type":"plain_text","text":"Two"');
  // Once more, it has yet another name: Slack would keep what was typed.
  const again = emptiedModal({ ...form, blocks: emptied.blocks }, ['try.text.2']);
  expect(again.blocks.map(({ block_id }) => block_id)).toContain('try.text.3');
  expect(JSON.stringify(emptiedModal(form, []))).toContain('typed by mistake');
});
