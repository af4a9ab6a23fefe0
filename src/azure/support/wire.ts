import { z } from 'zod';
import type { Instant } from '../../domain/instant.ts';

/**
 * Microsoft.Support as it answers (2024-04-01). Lenient on purpose: a field of an unexpected type is as good as absent,
 * and casing differs from what was sent (facts/azure.md 2.2).
 */
const text = z
  .string()
  .transform((value) => value.trim() || undefined)
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined);

const moment = text.transform((value): Instant | undefined => {
  const at = Date.parse(value ?? '');
  return Number.isNaN(at) ? undefined : at;
});

/** A service, or one of its problem classifications. */
export const NamedWire = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  properties: z.object({ displayName: z.string() }),
});
export type NamedWire = z.infer<typeof NamedWire>;

export const TicketWire = z.object({
  name: z.string().min(1),
  properties: z.object({
    supportTicketId: text,
    isTemporaryTicket: text,
    title: text,
    status: text,
    severity: text,
    createdDate: moment,
    modifiedDate: moment,
    supportEngineer: z.object({ emailAddress: text }).nullish().catch(undefined),
    technicalTicketDetails: z.object({ resourceId: text }).nullish().catch(undefined),
    contactDetails: z
      .object({
        primaryEmailAddress: text,
        additionalEmailAddresses: z.array(text).nullish().catch(undefined),
      })
      .nullish()
      .catch(undefined),
  }),
});
export type TicketWire = z.infer<typeof TicketWire>;

export const CommunicationWire = z.object({
  name: z.string().min(1),
  properties: z.object({
    communicationDirection: text,
    sender: text,
    subject: text,
    body: text,
    createdDate: moment,
  }),
});
export type CommunicationWire = z.infer<typeof CommunicationWire>;

export const WorkspaceWire = z.object({
  properties: z.object({ expirationTime: moment }).nullish().catch(undefined),
});

export const FileWire = z.object({
  properties: z.object({ fileSize: z.number().optional().catch(undefined) }),
});

export const NameWire = z.object({ nameAvailable: z.boolean(), reason: text, message: text });
