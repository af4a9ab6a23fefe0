import { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { Contact } from '../usecases/validation/support.ts';
import { parseText, strict } from './schema.ts';

/** Those that Azure knows (Microsoft.Support 2024-04-01, ContactProfile). */
const languages = [
  'en-us',
  'zh-hans',
  'es-es',
  'fr-fr',
  'ja-jp',
  'ko-kr',
  'ru-ru',
  'pt-br',
  'it-it',
  'zh-tw',
  'de-de',
];

/** All names of Windows have one of these forms; the list itself grows. */
const windowsTimeZone = /^(?:UTC(?:[+-]\d{2})?|.+ Standard Time(?: \(Mexico\))?|Russia Time Zone \d{1,2})$/u;

const name = z.string('must be a name').trim().min(1, 'must be a name').max(100, 'must be a shorter name');
const email = z.string('must be an e-mail address').trim().email('must be an e-mail address');
const timeZone = 'must be a time zone as Windows names it, like GMT Standard Time or Pacific Standard Time';
const country = 'must be a country’s three letters (ISO 3166 alpha-3), like GBR or USA';
const language = `must be one of ${languages.join(', ')}: Microsoft’s support knows no other`;
const phone = 'must be a telephone number, like +44 20 7946 0100';

/** Azure would refuse the ticket for any of these, after everybody has approved it. */
const ContactFile = strict({
  firstName: name,
  lastName: name,
  email,
  phone: z
    .string(phone)
    .trim()
    .regex(/^\+?\(?\d[\d\s().-]{4,30}$/u, phone)
    .optional(),
  timeZone: z.string(timeZone).trim().regex(windowsTimeZone, timeZone),
  country: z
    .string(country)
    .trim()
    .regex(/^[a-z]{3}$/iu, country)
    .transform((text) => text.toUpperCase()),
  language: z
    .string(language)
    .trim()
    .refine((text) => languages.includes(text.toLowerCase()), language),
  additionalEmails: z.array(email, 'must be a list of e-mail addresses').default([]),
});

/** Reads the text of SUPPORT_CONTACT_FILE. */
export function parseContact(text: string): Result<Contact, readonly string[]> {
  return parseText(ContactFile, text);
}
