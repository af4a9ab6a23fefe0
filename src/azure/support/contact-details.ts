import type { Contact } from '../../usecases/validation/support.ts';

/** Microsoft.Support's contactDetails. Letters arrive always, calls at three in the morning do not. */
export function contactDetails(contact: Contact) {
  const { firstName, lastName, email, phone, timeZone, country, language, additionalEmails } = contact;
  return {
    firstName,
    lastName,
    primaryEmailAddress: email,
    ...(additionalEmails.length > 0 ? { additionalEmailAddresses: additionalEmails } : {}),
    preferredContactMethod: 'email',
    ...(phone ? { phoneNumber: phone } : {}),
    preferredTimeZone: timeZone,
    country,
    preferredSupportLanguage: language,
  };
}
