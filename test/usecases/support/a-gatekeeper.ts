import type { Access } from '../../../src/domain/access/grant.ts';
import { createAccessDesk } from '../../../src/usecases/access/access-desk.ts';
import { createGatekeeper } from '../../../src/usecases/access/gatekeeper.ts';
import { createMemberships } from '../../../src/usecases/access/memberships.ts';
import { t0 } from '../../support/a-circuit.ts';
import { fakeDirectory } from '../../support/an-access.ts';
import { keptLog } from '../../support/kept-log.ts';

/** A gatekeeper and a desk over these grants, with user groups in memory and a clock that says what it is told. */
export function aGatekeeper(initial: Access, groups: Readonly<Record<string, readonly string[]>> = {}) {
  const directory = fakeDirectory(groups);
  const log = keptLog();
  const clock = { now: t0 };
  let access = initial;
  let troubles: readonly string[] = [];
  const rules = { access: () => access, troubles: () => troubles };
  const memberships = createMemberships({ directory, now: () => clock.now, log });
  return {
    ...createGatekeeper({ rules, memberships }),
    ...createAccessDesk({ rules, memberships }),
    directory,
    log,
    clock,
    grant: (next: Access) => {
      access = next;
    },
    trouble: (...next: readonly string[]) => {
      troubles = next;
    },
  };
}
