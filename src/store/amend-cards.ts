import { requestCard } from '../domain/approval/card.ts';
import { isOver } from '../domain/approval/request.ts';
import { historyCaps, type Transaction } from '../usecases/store.ts';
import { amendMap } from './amend.ts';
import { keyOf, type PostedCard, type StoreState } from './state.ts';

type Cards = ReadonlyMap<string, PostedCard>;

/** Where cards stand. Those that may be edited again are never forgotten: they would be posted a second time. */
export function amendCards(
  before: Cards,
  { putPosted }: Transaction,
  after: Pick<StoreState, 'requests' | 'owed'>,
): Cards {
  const cards = amendMap(before, keyOf.card, putPosted);
  const tooMany = cards.size - historyCaps.posted;
  if (cards === before || tooMany <= 0) return cards;
  const open = openCards(after);
  const gone = new Set([...cards.keys()].filter((card) => !open.has(card)).slice(0, tooMany));
  return new Map([...cards].filter(([card]) => !gone.has(card)));
}

function openCards({ requests, owed }: Pick<StoreState, 'requests' | 'owed'>): ReadonlySet<string> {
  const ofRequests = [...requests.values()].filter((request) => !isOver(request));
  return new Set([
    ...ofRequests.map(({ id }) => requestCard(id)),
    ...[...owed.values()].flatMap(({ card }) => card ?? []),
  ]);
}
