import type { ArmContext } from '../arm/arm-env.ts';
import { decodeSegment } from '../arm/path.ts';

/** The names in a path of Microsoft.Support, in the casing in which they were written; empty where there is none. */
export function supportNames({ var: { path } }: ArmContext) {
  const segments = path.split('/').map(decodeSegment);
  const after = (type: string) => {
    const at = segments.findIndex((segment) => segment.toLowerCase() === type);
    return at === -1 ? '' : (segments[at + 1] ?? '');
  };
  return {
    subscriptionId: after('subscriptions'),
    service: after('services'),
    problem: after('problemclassifications'),
    ticket: after('supporttickets'),
    communication: after('communications'),
    workspace: after('fileworkspaces'),
    file: after('files'),
    operation: after('operationsstatus') || after('operationresults'),
  };
}

/** Why a name cannot be one of Microsoft.Support's, in its own words (recorded). */
export function nameFault(name: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const isOdd = /[<>%&:\\?/\u0000-\u001f\u007f]/.test(name);
  if (name !== '' && !isOdd && !/^\d+$/.test(name) && !/^tmp-/i.test(name) && name.length <= 255)
    return undefined;
  return (
    `Name ${name} is invalid. The name cannot include: '<', '>', '%', '&', ':', '\\', '?', '/' or any control characters. ` +
    "It cannot be all digits and cannot start with 'tmp-'. The max length is 255 characters."
  );
}

/** A message may not be called by a GUID: so are Microsoft's own. */
export function isGuid(name: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);
}
