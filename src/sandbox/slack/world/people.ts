import { partnerTeam, team } from './app-identity.ts';

export type Role = 'viewer' | 'operator' | 'approver' | 'admin';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  /** At the start: user groups tell who has them afterwards. */
  readonly roles: readonly Role[];
  readonly teamId: string;
  /** IANA time zone, as Slack gives it in `users.info`. */
  readonly timeZone: string;
};

const here = team.id;

export const people: readonly Person[] = [
  person('U0VERA0001', 'vera', 'Vera Lind', 'Service desk', ['viewer'], 'Europe/London'),
  person('U0OMAR0001', 'omar', 'Omar Haddad', 'Network operations', ['operator'], 'Europe/Berlin'),
  person('U0ANA00001', 'ana', 'Ana Ruiz', 'Network lead', ['approver'], 'Europe/Madrid'),
  person('U0ADAM0001', 'adam', 'Adam Novak', 'Platform', ['admin'], 'America/New_York'),
  person('U0XENIA001', 'xenia', 'Xenia Park', 'Partner engineer', [], 'Asia/Seoul', partnerTeam.id),
];

export const findPerson = (id: string): Person | undefined => people.find((one) => one.id === id);

/** The direct message channel between a person and the bot. */
export const directMessageId = (person: Person): string => `D${person.id.slice(1)}`;

export const domainOf = (person: Person): string =>
  person.teamId === here ? team.domain : partnerTeam.domain;

function person(
  id: string,
  name: string,
  realName: string,
  title: string,
  roles: readonly Role[],
  timeZone: string,
  teamId: string = here,
): Person {
  return { id, name, realName, title, roles, teamId, timeZone };
}
