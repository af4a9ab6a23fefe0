import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkFile,
  fileBytesLimit,
  fileExtensions,
} from '../../../../src/domain/validation/case/file-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const wide = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const joined = (...parts: readonly (readonly number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : part)));

const zip = [0x50, 0x4b, 0x03, 0x04];
const good: Readonly<Record<string, Uint8Array>> = {
  pdf: bytes('%PDF-1.7\n…'),
  png: joined([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR'),
  jpg: joined([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'),
  jpeg: joined([0xff, 0xd8, 0xff, 0xe1, 0, 16], 'Exif'),
  docx: joined(zip, [20, 0], '[Content_Types].xml', [1, 2], 'word/document.xml'),
  txt: bytes('Wir, die Inhaber von 203.0.113.0/24, ermächtigen …\r\n\tÜber AS 64510\n'),
  eml: bytes('From: ana@contoso.example\r\n\r\nHello'),
  csv: joined('prefix;holder\r\n203.0.113.0/24;M', [0xfc], 'ller\r\n'),
};

const codeOf = (name: string, content: Uint8Array) => {
  const checked = checkFile(name, content);
  return checked.ok ? 'taken' : checked.refusal.code;
};
const nameOf = (name: string) => {
  const checked = checkFile(name, good.pdf ?? new Uint8Array());
  return checked.ok ? checked.value.name : checked.refusal.name;
};

describe('a file of evidence', () => {
  test.each(fileExtensions)('of the kind %s is taken', (extension) => {
    const content = good[extension] ?? new Uint8Array();
    expect(codeOf(`letter.${extension}`, content)).toBe('taken');
    expect(codeOf(`LETTER.${extension.toUpperCase()}`, content)).toBe('taken');
  });

  test('is known by its content as well as by its name', () => {
    const taken = fileExtensions.flatMap((name) =>
      fileExtensions
        .filter((content) => codeOf(`letter.${name}`, good[content] ?? new Uint8Array()) === 'taken')
        .map((content) => [name, content].join(' as ')),
    );
    const texts = ['txt', 'eml', 'csv'];
    const expected = fileExtensions.flatMap((name) =>
      fileExtensions
        .filter((content) => name === content || isAlike(name, content))
        .map((content) => [name, content].join(' as ')),
    );
    expect(taken).toEqual(expected);

    // The first line of a PDF is text; binary parts follow in one that is whole.
    function isAlike(name: string, content: string) {
      const isText = texts.includes(name) && [...texts, 'pdf'].includes(content);
      return isText || (name.startsWith('jp') && content.startsWith('jp'));
    }
  });

  test.each([
    ['a PDF after a mark', 'a.pdf', joined([0xef, 0xbb, 0xbf], '%PDF-1.4')],
    ['text in UTF-16', 'a.txt', wide('Ermächtigung')],
    ['a file of the largest size', 'a.pdf', joined('%PDF-', Array(fileBytesLimit - 5).fill(0))],
  ])('may be %s', (_, name, content) => {
    expect(codeOf(name, content)).toBe('taken');
  });

  test.each<[string, string, Uint8Array, string]>([
    ['nothing', 'a.pdf', new Uint8Array(), 'file-empty'],
    ['a byte too large', 'a.pdf', new Uint8Array(fileBytesLimit + 1), 'file-too-large'],
    ['a program', 'setup.exe', bytes('MZ'), 'file-kind-unknown'],
    ['a page', 'letter.html', bytes('<html>'), 'file-kind-unknown'],
    ['a picture that can hold a program', 'a.svg', bytes('<svg/>'), 'file-kind-unknown'],
    ['of no kind', 'letter', bytes('%PDF-'), 'file-kind-unknown'],
    ['of a kind that objects have anyway', 'a.constructor', bytes('a'), 'file-kind-unknown'],
    ['a program under another name', 'letter.pdf', bytes('MZ\x90'), 'file-not-what-it-says'],
    ['a zip of anything', 'letter.docx', joined(zip, 'setup.exe'), 'file-not-what-it-says'],
    [
      'a table called a document',
      'a.docx',
      joined(zip, '[Content_Types].xml xl/workbook.xml'),
      'file-not-what-it-says',
    ],
    [
      'a document with macros',
      'a.docx',
      joined(zip, '[Content_Types].xml word/document.xml word/vbaProject.bin'),
      'file-not-what-it-says',
    ],
    ['a program called text', 'a.txt', joined('MZ', [0x90, 0, 3]), 'file-not-what-it-says'],
    ['cut off before it is known', 'a.png', joined([0x89], 'PN'), 'file-not-what-it-says'],
  ])('that is %s is refused', (_, name, content, code) => {
    expect(codeOf(name, content)).toBe(code);
  });

  test.each([
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    'PuTTY-User-Key-File-3: ssh-rsa',
  ])('that holds %s is refused, in whatever it is wrapped', (line) => {
    expect(codeOf('key.txt', bytes(`x\n${line}\nMIIE`))).toBe('file-holds-private-key');
    expect(codeOf('key.txt', wide(line))).toBe('file-holds-private-key');
    expect(codeOf('key.pdf', bytes(`%PDF-1.7 ${line}`))).toBe('file-holds-private-key');
  });

  test('may hold a certificate and a public key', () => {
    const text = '-----BEGIN CERTIFICATE-----\nMIIE\n-----BEGIN PUBLIC KEY-----';
    expect(codeOf('certificate.txt', bytes(text))).toBe('taken');
  });
});

describe('its name', () => {
  test.each([
    ['Letter of Authorization (LoA).pdf', 'Letter of Authorization (LoA).pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\ana\\letter.pdf', 'letter.pdf'],
    ['Vollmacht für Müller.pdf', 'Vollmacht für Müller.pdf'],
    ['.pdf', 'pdf'],
    ['...letter.pdf', 'letter.pdf'],
    ['letter.pdf . ', 'letter.pdf'],
    ['a\u0000b\n\tc.pdf', 'a b c.pdf'],
    ['letter\u202efdp.exe.pdf', 'letter fdp.exe.pdf'],
    ['<a>&"b"|c?*:%.pdf', 'a b c.pdf'],
    ['lone \ud800 half.pdf', 'lone \ufffd half.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(96)}.pdf`],
    ['///', 'file'],
  ])('%j becomes %j', (given, name) => {
    expect(nameOf(given)).toBe(name);
  });

  test('is safe whatever is given, and stays as it is the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = nameOf(given);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\\/<>%&:?*|"']|^\.|^\s|\s$/u);
        expect([...name].length).toBeLessThanOrEqual(100);
        expect(name).not.toBe('');
        expect(encodeURIComponent(name)).not.toBe('');
        expect(nameOf(name)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});
