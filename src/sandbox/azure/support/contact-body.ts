import { z } from 'zod';
import { oneOf, someText } from './body.ts';
import { countries, languages, timeZones } from './catalog.ts';

const fields = z.object({
  firstName: someText,
  lastName: someText,
  preferredContactMethod: oneOf(['Email', 'Phone']),
  primaryEmailAddress: z.email(),
  additionalEmailAddresses: z.array(z.email()).optional(),
  phoneNumber: someText.optional(),
  preferredTimeZone: oneOf(timeZones, "Microsoft's names of time zones, such as 'Pacific Standard Time'"),
  country: oneOf(countries, "the ISO 3166 alpha-3 codes, such as 'USA'"),
  preferredSupportLanguage: oneOf(languages),
});

/** Whom Microsoft may contact, and how. */
export const contactBody = fields.refine(hasPhone, phoneMissing());

/** Those that a change does not name stay as they were. */
export const contactChange = fields.partial();

export function hasPhone(contact: { preferredContactMethod: string; phoneNumber?: string }): boolean {
  return contact.preferredContactMethod !== 'Phone' || contact.phoneNumber !== undefined;
}

function phoneMissing() {
  return { path: ['phoneNumber'], message: 'is required when preferredContactMethod is phone' };
}
