import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseContact } from '../../src/rules/contact-file.ts';

const good = {
  firstName: 'Ana',
  lastName: 'Duarte',
  email: 'netops@contoso.example',
  phone: '+44 20 7946 0100',
  timeZone: 'GMT Standard Time',
  country: 'GBR',
  language: 'en-US',
  additionalEmails: ['ben@contoso.example'],
};
const parse = (changes: object) => parseContact(JSON.stringify({ ...good, ...changes }));
const problem = (words: RegExp) => ({ ok: false, refusal: [expect.stringMatching(words)] });

describe('the contact file', () => {
  test('is taken as it stands', () => {
    expect(parse({})).toEqual({ ok: true, value: good });
  });

  test('needs neither a telephone nor other addresses', () => {
    const { phone: _phone, additionalEmails: _others, ...least } = good;
    expect(parseContact(JSON.stringify(least))).toEqual({
      ok: true,
      value: { ...least, additionalEmails: [] },
    });
  });

  test('may have its country in small letters, and spaces around what was pasted', () => {
    expect(parse({ country: 'gbr', email: ' netops@contoso.example ' })).toEqual({ ok: true, value: good });
  });

  test.each([
    'UTC',
    'UTC-11',
    'W. Europe Standard Time',
    'Central Standard Time (Mexico)',
    'Russia Time Zone 3',
    'AUS Central W. Standard Time',
  ])('may name the time zone %s', (timeZone) => {
    expect(parse({ timeZone })).toMatchObject({ ok: true, value: { timeZone } });
  });

  test.each<[object, RegExp]>([
    [{ firstName: '' }, /^firstName is ""; it must be a name$/u],
    [{ lastName: undefined }, /^lastName is missing; it must be a name$/u],
    [{ email: 'netops' }, /^email is "netops"; it must be an e-mail address$/u],
    [{ phone: 'none' }, /^phone is "none"; it must be a telephone number, like/u],
    [
      { timeZone: 'Europe/London' },
      /^timeZone is "Europe\/London"; it must be a time zone as Windows names it/u,
    ],
    [{ country: 'GB' }, /^country is "GB"; it must be a country’s three letters/u],
    [{ language: 'en-GB' }, /^language is "en-GB"; it must be one of en-us, zh-hans, .*knows no other$/u],
    [{ additionalEmails: ['x'] }, /^additionalEmails\[0\] is "x"; it must be an e-mail address$/u],
    [{ additionalEmails: 'a@b.example' }, /^additionalEmails is "a@b\.example"; it must be a list/u],
    [
      { mail: 'x' },
      /^the whole has "mail", which means nothing there; it can have firstName, lastName, email/u,
    ],
  ])('with %j is refused with the mend', (changes, words) => {
    expect(parse(changes)).toEqual(problem(words));
  });

  test('that is no object, or empty, is refused', () => {
    expect(parseContact('[]')).toEqual(problem(/must be an object with firstName/u));
    expect(parseContact('')).toEqual(problem(/^is empty$/u));
  });

  test('of the sandbox is a good one', async () => {
    expect(parseContact(await readFile('src/sandbox/support-contact.json', 'utf8'))).toMatchObject({
      ok: true,
    });
  });
});
