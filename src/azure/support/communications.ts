import type { Communication, OutgoingMessage } from '../../usecases/validation/support.ts';
import type { ArmClient } from '../arm-client.ts';
import { startPatience, type Wait } from '../patience.ts';
import { readValues } from '../read/read-values.ts';
import { resultOf } from '../read/result-of.ts';
import { withoutNamedKeys } from '../redact.ts';
import { isSameText } from '../same-text.ts';
import { isNameTaken } from './name-taken.ts';
import { plainText } from './plain-text.ts';
import { subscriptionSupportUrl } from './support-url.ts';
import { CommunicationWire } from './wire.ts';

/** How long an answer of ours is followed; the next attempt finds it by its name. */
const patienceMs = 60_000;

/** What a reading needs beside the messages. */
export type Reading = {
  /** For a message whose time Azure does not tell. */
  readonly now: number;
  /** E-mail addresses of the customer's people, lower case. */
  readonly customers: ReadonlySet<string>;
};

export async function listCommunications(
  arm: ArmClient,
  subscriptionId: string,
  ticket: string,
  reading: Reading,
): Promise<readonly Communication[]> {
  const url = subscriptionSupportUrl(subscriptionId, ['supportTickets', ticket, 'communications']);
  const values = await readValues(arm, url, 'messages of a support ticket');
  return values
    .flatMap((value) => CommunicationWire.safeParse(value).data ?? [])
    .map((wire) => toCommunication(wire, reading))
    .sort((a, b) => a.at - b.at);
}

/** Sends unless one of this name is there, and follows it to its end. */
export async function reply(
  arm: ArmClient,
  wait: Wait,
  subscriptionId: string,
  ticket: string,
  message: OutgoingMessage,
): Promise<void> {
  const sent = await listCommunications(arm, subscriptionId, ticket, unread);
  if (sent.some(({ name }) => isSameText(name, message.name))) return;
  const { name, subject, body, sender } = message;
  const below = ['supportTickets', ticket];
  const url = subscriptionSupportUrl(subscriptionId, [...below, 'communications', name]);
  try {
    const answer = await arm.ask({ method: 'PUT', url, body: { properties: { subject, body, sender } } });
    await resultOf(answer, startPatience(arm, patienceMs, wait));
  } catch (fault) {
    if (!(await isNameTaken(arm, fault, { subscriptionId, below, type: 'communications', name })))
      throw fault;
  }
}

/** For who looks at names alone. */
const unread: Reading = { now: 0, customers: new Set() };

function toCommunication(
  { name, properties }: CommunicationWire,
  { now, customers }: Reading,
): Communication {
  const { communicationDirection = '', sender, subject = '', body = '', createdDate = now } = properties;
  // The customer's own messages may read Inbound as Microsoft's do; what nobody can tell is for people to read.
  const isOurs =
    isSameText(communicationDirection, 'outbound') || customers.has((sender ?? '').trim().toLowerCase());
  return {
    name,
    direction: isOurs ? 'outbound' : 'inbound',
    ...(sender === undefined ? {} : { sender }),
    subject: withoutNamedKeys(plainText(subject)),
    body: withoutNamedKeys(plainText(body)),
    at: createdDate,
  };
}
