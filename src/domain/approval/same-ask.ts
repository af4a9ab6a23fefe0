import type { Intent } from '../operation/intent.ts';

/** Two intents that would get in each other's way when both are open: the same operation on the same thing. */
export function isSameAsk(a: Intent, b: Intent): boolean {
  return a.operation === b.operation && a.target.id === b.target.id && subjectOf(a) === subjectOf(b);
}

/** Of connections, authorizations and prefixes there are many on a circuit; everything else there is once. */
function subjectOf(intent: Intent): string {
  switch (intent.operation) {
    case 'link':
      return intent.deed === 'connect'
        ? `connection ${intent.connectionName}`.toLowerCase()
        : `authorization ${intent.authorizationName}`.toLowerCase();
    case 'unlink':
      return `${intent.what.kind} ${intent.what.name}`.toLowerCase();
    case 'sign':
      return intent.prefix.toLowerCase();
    default:
      return '';
  }
}
