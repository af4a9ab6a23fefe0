import { isGroup } from '../../domain/access/may-from.ts';
import { joinMd, type Mrkdwn, trusted } from './mrkdwn.ts';
import { person } from './request/person.ts';

/** A person or a user group, by the id that the rules name. */
export function mention(id: string): Mrkdwn {
  return isGroup(id) ? trusted(`<!subteam^${id.replace(/[^A-Z0-9]/gu, '')}>`) : person(id);
}

export function mentions(ids: readonly string[]): Mrkdwn {
  return joinMd(ids.map(mention), ', ');
}
