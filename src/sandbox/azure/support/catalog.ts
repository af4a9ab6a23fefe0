import contactValues from '../data/support-contact-values.json' with { type: 'json' };
import written from '../data/support-services.json' with { type: 'json' };
import { guidOf } from '../guid.ts';

export type SupportProblem = { readonly id: string; readonly name: string; readonly displayName: string };

export type SupportService = {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly resourceTypes: readonly string[];
  readonly problems: readonly SupportProblem[];
};

/** For what Microsoft takes support requests: nineteen of its 371 services, names and ids as recorded in 2024. */
export const supportServices: readonly SupportService[] = written.map(({ problems, ...service }) => {
  const id = `/providers/Microsoft.Support/services/${service.name}`;
  return { ...service, id, problems: problems.map((displayName) => toProblem(id, displayName)) };
});

/** What ExpressRoute's problems are called is in no recording, nor are their ids: these are ours, in the portal's manner. */
function toProblem(serviceId: string, displayName: string): SupportProblem {
  const name = guidOf('problem', serviceId, displayName);
  return { id: `${serviceId}/problemClassifications/${name}`, name, displayName };
}

/** By id, in any casing. */
export function findService(id: string): SupportService | undefined {
  return supportServices.find((service) => isSame(service.id, id));
}

/** Undefined: the service has no such problem. */
export function findProblem(service: SupportService, id: string): SupportProblem | undefined {
  return service.problems.find((problem) => isSame(problem.id, id));
}

/** One of Microsoft's words in its own casing, whatever casing it was sent in. */
export function spelling(words: readonly string[], sent: string): string | undefined {
  return words.find((word) => isSame(word, sent));
}

/** What contact details may say: languages, Microsoft's names of time zones, ISO 3166 alpha-3 countries. */
export const { languages, timeZones, countries } = contactValues;

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
