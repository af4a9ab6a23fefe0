import { defaultAlertRules } from '../../../../src/domain/alert/alert-rules.ts';
import type { Subject } from '../../../../src/domain/alert/subject.ts';
import type { KnownCircuit } from '../../../../src/domain/circuit/known-circuit.ts';
import type { Instant } from '../../../../src/domain/instant.ts';
import type { PrefixEvidence } from '../../../../src/domain/validation/evidence.ts';
import { createMemoryStore } from '../../../../src/store/memory-store.ts';
import { openAlertDesk } from '../../../../src/usecases/alerts/open-alert-desk.ts';
import { AzureFault } from '../../../../src/usecases/ports.ts';
import type { AdvertisedPrefix } from '../../../../src/usecases/validation/prefix-reader.ts';
import { createRegistrationWatch } from '../../../../src/usecases/validation/registrations/watch-registrations.ts';
import { t0 } from '../../../support/a-circuit.ts';
import { aPrefixEvidence } from '../../../support/a-prefix-evidence.ts';
import { aSubscription } from '../../../support/a-subscription.ts';
import { keptLog } from '../../../support/kept-log.ts';

export const minute = 60_000;
export const interval = 360 * minute;
/** Until something that got worse is looked at again. */
export const doubt = 2 * minute;

type Advertised = readonly AdvertisedPrefix[] | AzureFault;

/** `-----A 9000-----`: certificate A, which ends then. Its signature of a text is `A(text)`. */
const signatures = {
  readCertificate(pem: string) {
    const [, fingerprint, validTo] = /^-----(\w+) (\d+)-----$/u.exec(pem) ?? [];
    if (!fingerprint) return undefined;
    const names = { subject: {}, issuer: {}, isSelfSigned: true, keyType: 'rsa' };
    return { pem, fingerprint, validFrom: 0, validTo: Number(validTo), ...names };
  },
  verify: (pem: string, text: string, signature: string) =>
    signature === `${pem.split(/[- ]+/u)[1]}(${text})`,
};

/** The watch with a real desk and a store in memory, registries that say what they are told, and a clock moved by hand. */
export function aRegistrationWatch(circuits: readonly KnownCircuit[]) {
  const store = createMemoryStore();
  const log = keptLog();
  const clock = { now: t0 };
  const world = {
    /** What is known of a prefix; all is well with those that are not named. */
    evidence: new Map<string, PrefixEvidence>(),
    advertised: [] as Advertised | Promise<Advertised>,
    /** What a look waits for. */
    hold: undefined as Promise<void> | undefined,
  };
  const asked: (readonly string[])[] = [];
  let ids = 0;
  const newId = () => `${(++ids).toString(16).padStart(8, '0')}`;
  const now = (): Instant => clock.now;
  const desk = openAlertDesk({ store, rules: defaultAlertRules, now, newId, wake: () => {} });
  let commits = 0;

  const start = () =>
    createRegistrationWatch({
      registries: {
        async look(prefixes, signal) {
          asked.push(prefixes);
          await world.hold;
          signal?.throwIfAborted();
          return prefixes.map((prefix) => ({
            ...aPrefixEvidence({ prefix }),
            ...world.evidence.get(prefix),
          }));
        },
      },
      prefixReader: {
        async readAdvertisedPrefixes() {
          const advertised = await world.advertised;
          if (advertised instanceof AzureFault) throw advertised;
          return advertised;
        },
      },
      signatures,
      store,
      take: (facts) => {
        commits++;
        return desk.take(facts);
      },
      intervalMs: interval,
      now,
      newLookId: newId,
      log,
    });
  let watch = start();
  const ready = store.commit({
    putCircuits: circuits,
    putSubscriptions: [aSubscription('s-1', 'C0NETOPS001', '')],
  });

  return {
    ready,
    store,
    world,
    asked,
    log,
    clock,
    commits: () => commits,
    watch: () => watch,
    /** The bot stops and starts again. */
    async restart() {
      await watch.stop();
      watch = start();
    },
    /** One look, so much later. */
    async look(afterMs = 0): Promise<void> {
      await ready;
      clock.now += afterMs;
      await watch.look();
    },
    /** `registry ipv4 open warning`. */
    async incidents(): Promise<readonly string[]> {
      return (await store.incidents()).map(
        ({ subject, state, severity }) => `${shortName(subject)} ${state} ${severity}`,
      );
    },
  };
}

function shortName(subject: Subject): string {
  return 'family' in subject ? `${subject.kind} ${subject.family}` : subject.kind;
}
