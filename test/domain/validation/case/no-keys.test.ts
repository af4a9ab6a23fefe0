import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../src/domain/validation/case/case.ts';
import type { CaseCommand } from '../../../../src/domain/validation/case/command.ts';
import { decideCase } from '../../../../src/domain/validation/case/decide.ts';
import { checkFile } from '../../../../src/domain/validation/case/file-kind.ts';
import { aCase, aCaseRules, byHandCase, caseAt, withEvents } from '../../../support/a-case.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { omar } from '../../../support/a-request.ts';

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
  publicKeyEncoding: { format: 'pem', type: 'spki' },
});
const bare = privateKey.replaceAll(/-----[A-Z ]+-----|\n/gu, '');
const validationId = 'Azure-SKEY|7c44c70b-9c62-4a89-a6b2-d281b6ce7a49|203.0.113.0/24|ASN-64510';

const numbered = withEvents(byHandCase(), [
  { kind: 'submitted', at: t0, number: '2603020030001234', how: 'by-hand', status: 'Open' },
]);
const by = omar;
const fields: readonly (readonly [string, Case, (text: string) => CaseCommand])[] = [
  ['a comment', aCase(), (text) => ({ kind: 'comment', by, text })],
  ['a note', aCase(), (note) => ({ kind: 'complete', step: 'prefixes', by, note })],
  ['a reason', caseAt('registries'), (reason) => ({ kind: 'send-back', step: 'prefixes', by, reason })],
  ['the reason of an end', aCase(), (reason) => ({ kind: 'close', by, reason })],
  ['the ticket’s title', caseAt('ticket-text'), (title) => ({ kind: 'write-text', by, title, body: 'x' })],
  ['the ticket’s text', caseAt('ticket-text'), (body) => ({ kind: 'write-text', by, title: 'x', body })],
  ['a reply', caseAt('answers'), (text) => ({ kind: 'reply', id: 'r', by, text })],
  ['an answer', numbered, (text) => ({ kind: 'record-answer', id: 'a', by, text, isClosed: false })],
];

describe.each(fields)('%s', (_name, it_, command) => {
  const codeOf = (text: string) => {
    const decided = decideCase(command(text), it_, aCaseRules(), t0);
    return decided.ok ? 'taken' : decided.refusal.code;
  };

  it('is refused with a private key in it, with its header lines or without', () => {
    expect(codeOf(`Take this: ${bare}`)).toBe('case-text-holds-private-key');
    // Too long as well: that alone would leave it standing in the form.
    expect(codeOf(privateKey.repeat(20))).toBe('case-text-holds-private-key');
  });

  it('is refused with a validation ID in it, which holds the service key', () => {
    expect(codeOf(`I signed ${validationId} today`)).toBe('case-text-holds-service-key');
    expect(codeOf(validationId.toUpperCase())).toBe('case-text-holds-service-key');
  });

  it('may speak of keys', () => {
    expect(codeOf('The private key is with Ana; the validation ID (Azure-SKEY|…) is signed.')).toBe('taken');
  });
});

describe('a file', () => {
  const codeOf = (name: string, content: string | Uint8Array) => {
    const checked = checkFile(
      name,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    );
    return checked.ok ? 'taken' : checked.refusal.code;
  };

  it('is refused with a private key in it that has no header lines', () => {
    expect(codeOf('mail.eml', `Subject: key\n\n${bare}\n`)).toBe('file-holds-private-key');
    expect(codeOf('mail.txt', Buffer.from(`\ufeff${bare}`, 'utf16le'))).toBe('file-holds-private-key');
  });

  it('is refused with a validation ID in it', () => {
    expect(codeOf('ids.csv', `prefix;id\n203.0.113.0/24;${validationId}`)).toBe('file-holds-service-key');
    expect(codeOf('ids.txt', Buffer.from(`\ufeff${validationId}`, 'utf16le'))).toBe('file-holds-service-key');
  });

  it('may speak of keys', () => {
    expect(codeOf('letter.txt', 'We hold the private key of the certificate above.')).toBe('taken');
  });
});
