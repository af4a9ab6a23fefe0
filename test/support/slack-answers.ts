import type { Mute } from '../../src/domain/alert/mute.ts';
import { severities } from '../../src/domain/alert/severity.ts';
import { changeKinds } from '../../src/domain/circuit/changes.ts';
import { nextStepOf } from '../../src/domain/circuit/next-step.ts';
import { situations } from '../../src/domain/circuit/situation.ts';
import { workflowOf } from '../../src/domain/circuit/workflow.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { createFreshnessBoard, type Freshness } from '../../src/usecases/freshness.ts';
import type { CircuitPage } from '../../src/usecases/list-circuits.ts';
import { listCircuits, pageSize } from '../../src/usecases/list-circuits.ts';
import type { Overview } from '../../src/usecases/overview.ts';
import type { CircuitCard, Links } from '../../src/usecases/show-circuit.ts';
import { caseAt } from './a-case.ts';
import { subscription1, subscription2, t0 } from './a-circuit.ts';
import { connectivityOf } from './slack-alert-answers.ts';
import { orderedOf } from './slack-beginning.ts';
import { aSubscriptionOf, type Cast, channelId, circuitsLike, filterOf, owner } from './slack-cast.ts';
import { aChangeOf, circuitOfSituation } from './slack-circuits.ts';
import { incidentsOf } from './slack-incidents.ts';
import { everyDifferenceOf } from './slack-notices.ts';

/** Read well, never read, and not readable for a reason in somebody else's words. */
export function freshnessOf({ text }: Cast): readonly Freshness[] {
  const trouble = { kind: 'forbidden', message: text, since: t0 - 60_000, polls: 2, notBefore: t0 } as const;
  return [
    { subscriptionId: subscription1, lastReadAt: t0 - 15_000, trouble: undefined, unreadable: 0 },
    { subscriptionId: subscription2, lastReadAt: undefined, trouble: undefined, unreadable: 0 },
    ...Array.from({ length: 8 }, () => ({
      subscriptionId: subscription2,
      lastReadAt: undefined,
      trouble,
      unreadable: 2,
    })),
    { subscriptionId: text, lastReadAt: t0 - 90_000_000, trouble, unreadable: 2 },
  ];
}

/** The card of the cast's circuit and of one in each situation, with links, without, and not readable. */
export function cardsOf(cast: Cast): readonly CircuitCard[] {
  const { text } = cast;
  const someLinks = (count: number): Links => ({
    kind: 'read',
    links: Array.from({ length: count }, () => ({
      name: text,
      resourceGroup: text,
      gateway: text,
      status: text,
    })),
  });
  const links: readonly Links[] = [
    someLinks(0),
    someLinks(1),
    someLinks(500),
    { kind: 'unreadable', reason: text },
  ];
  const recent = everyDifferenceOf(text)
    .slice(-5)
    .map((difference) => aChangeOf(cast.known, difference));
  const [freshness] = freshnessOf(cast).slice(-1);
  const circuits = [
    cast.known,
    ...orderedOf(cast),
    ...situations.map((situation) => circuitOfSituation[situation]),
  ];
  return circuits.flatMap((known) =>
    links.map((read) => ({
      known,
      workflow: workflowOf(known, read.kind === 'read' ? read.links.length : undefined),
      next: read === links[0] ? ({ who: 'you', action: 'link-vnets' } as const) : nextStepOf(known),
      links: read,
      recent: read === links[0] ? [] : recent,
      connectivity: read === links[0] ? undefined : connectivityOf({ ...cast, known }),
      incidents: read === links[0] ? [] : incidentsOf(cast).slice(0, 5),
      openCase: read === links[0] ? undefined : caseAt('evidence'),
      freshness: freshness ?? {
        subscriptionId: text,
        lastReadAt: undefined,
        trouble: undefined,
        unreadable: 0,
      },
    })),
  );
}

/** Lists of 0, 1, 10 and 500 circuits, with and without a filter: every page. */
export async function pagesOf(cast: Cast): Promise<readonly CircuitPage[]> {
  const pages: CircuitPage[] = [];
  for (const count of [0, 1, 10, 500]) {
    const store = createMemoryStore();
    await store.commit({ putCircuits: circuitsLike(cast, count) });
    for (const filter of [[], filterOf('circuit', cast.text)]) {
      for (let page = 0; page < Math.max(1, count / pageSize); page++) {
        const listed = await listCircuits({ store, freshness: createFreshnessBoard([]) }, [], page);
        const troubled = new Map(
          listed.circuits.slice(0, 3).map(({ circuit }, index) => [circuit.id, severities[index] ?? 'info']),
        );
        pages.push({ ...listed, filter, troubled, freshness: freshnessOf(cast) });
      }
    }
  }
  return pages;
}

export function overviewsOf(cast: Cast): readonly Overview[] {
  return [0, 1, 15].map((count) => ({
    total: count,
    attention: circuitsLike(cast, count),
    attentionCount: count === 15 ? 400 : count,
    incidents: incidentsOf(cast).slice(0, Math.min(count, 10)),
    incidentCount: count === 15 ? 400 : count,
    subscriptions: Array.from({ length: count * 4 }, (_, index) => aSubscriptionOf(cast, `s${index}`)),
    freshness: freshnessOf(cast),
  }));
}

export function mutesOf(cast: Cast): readonly Mute[] {
  return circuitsLike(cast, 30).map(({ circuit }, index) => ({
    channelId,
    circuitId: circuit.id,
    circuitName: circuit.name,
    until: t0 + 7_200_000,
    byUserId: owner,
    ...(index % 2 === 0 ? {} : { kind: changeKinds[index % changeKinds.length] }),
  }));
}
