import { digestCard } from '../domain/alert/digest.ts';
import { requestCard } from '../domain/approval/card.ts';
import { isOver } from '../domain/approval/request.ts';
import { isEqual } from '../domain/equality.ts';
import { isOpen } from '../domain/validation/case/case.ts';
import { caseCard } from '../domain/validation/case/messages.ts';
import { historyCaps, type Transaction } from '../usecases/store.ts';
import { goesOn, isResolved } from './amend-incidents.ts';
import type { PostedCard, StoreState } from './state.ts';

type Cards = ReadonlyMap<string, PostedCard>;
type Living = Pick<StoreState, 'requests' | 'cases' | 'incidents' | 'digests' | 'owed'>;

/**
 * Where cards stand, those edited last at the end. Those that may be edited again, or answered in their thread, are
 * never forgotten: they would be posted a second time. Of the others the ones that were left alone longest go.
 */
export function amendCards(before: Cards, { putPosted = [] }: Transaction, after: Living): Cards {
  const cards = touched(before, putPosted);
  const tooMany = cards.size - historyCaps.posted;
  if (cards === before || tooMany <= 0) return cards;
  const living = livingCards(after);
  const gone = new Set([...cards.keys()].filter((card) => !living.has(card)).slice(0, tooMany));
  return new Map([...cards].filter(([card]) => !gone.has(card)));
}

function touched(before: Cards, put: readonly PostedCard[]): Cards {
  const after = new Map(before);
  for (const posted of put) {
    after.delete(posted.card);
    after.set(posted.card, posted);
  }
  const last = (cards: Cards) => [...cards.values()].slice(-put.length);
  return put.length === 0 || isEqual(last(before), last(after)) ? before : after;
}

function livingCards({ requests, cases, incidents, digests, owed }: Living): ReadonlySet<string> {
  return new Set([
    ...[...requests.values()].filter((request) => !isOver(request)).map(({ id }) => requestCard(id)),
    ...[...cases.values()].filter(isOpen).map(({ id }) => caseCard(id)),
    ...[...incidents.values()]
      .filter((incident) => !isResolved(incident))
      .flatMap(({ tellings }) => tellings.flatMap(({ card }) => card ?? [])),
    ...[...digests.values()].filter((digest) => goesOn(digest, incidents)).map(({ id }) => digestCard(id)),
    ...[...owed.values()].flatMap(({ card, replyTo }) => [card ?? [], replyTo ?? []].flat()),
  ]);
}
