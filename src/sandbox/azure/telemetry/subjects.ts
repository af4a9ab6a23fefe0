import type { LinkPlace, SessionPlace } from '../model/session.ts';

/** What has a history: the thing itself, or what the metrics tell of it (`seen`). */
export type Subject =
  | ({ readonly what: 'bgp' } & SessionPlace & { readonly seen?: true })
  | ({ readonly what: 'arp' } & LinkPlace & { readonly seen?: true });

export function subjectKey(line: string, subject: Subject): string {
  const { what, peering, link, seen = false } = subject;
  return [line, what, peering, link, what === 'bgp' ? subject.family : '', seen ? 'seen' : ''].join(' ');
}
