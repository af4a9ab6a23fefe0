import { type Owed, recipientKey } from '../domain/alert/notice.ts';
import { historyCaps, type Transaction } from '../usecases/store.ts';
import { amendMap, appendHistory, appendKeys } from './amend.ts';
import { keyOf, type StoreState } from './state.ts';

/** First what is owed, then what is over: a message owed and settled at once is settled. */
export function deliver(
  before: StoreState,
  { owe = [], oweBefore = [], settle = [], park = [] }: Transaction,
): Pick<StoreState, 'owed' | 'settledKeys' | 'parked'> {
  const { owed, outdated } = oweAll(before, owe, oweBefore);
  const over = [...outdated, ...settle, ...park.map((parked) => parked.owed.key)];
  return {
    owed: amendMap(owed, keyOf.owed, [], over),
    settledKeys: appendKeys(before.settledKeys, over, historyCaps.settledKeys),
    parked: appendHistory(before.parked, park, {
      keyOf: (parked) => parked.owed.key,
      timeOf: ({ parkedAt }) => parkedAt,
      cap: historyCaps.parked,
    }),
  };
}

type Owing = { readonly owed: ReadonlyMap<string, Owed>; readonly outdated: readonly string[] };

/** `outdated`: keys of versions of cards whose place a newer version has taken. */
function oweAll(
  { owed: before, settledKeys }: StoreState,
  owe: readonly Owed[],
  oweBefore: NonNullable<Transaction['oweBefore']>,
): Owing {
  const outdated = new Set<string>();
  const isKnown = (key: string) => outdated.has(key) || settledKeys.has(key);
  if (owe.every(({ key }) => before.has(key) || isKnown(key))) return { owed: before, outdated: [] };
  /** Each message in its place: a newer version of a card stands where the older one stood. */
  const places = [...before.values()];
  const keys = new Set(before.keys());
  const placeOfCard = new Map(places.flatMap((owed, place) => cardPlace(owed, place)));
  for (const message of owe) {
    if (keys.has(message.key) || isKnown(message.key)) continue;
    const place = placeOfCard.get(cardKey(message) ?? '');
    const older = place === undefined ? undefined : places[place];
    if (place !== undefined && older) {
      places[place] = sinceFirst(message, older);
      keys.delete(older.key);
      outdated.add(older.key);
    } else for (const [card, at] of cardPlace(message, places.push(message) - 1)) placeOfCard.set(card, at);
    keys.add(message.key);
  }
  const ordered = oweBefore.reduce(moveBefore, places);
  return { owed: new Map(ordered.map((owed) => [owed.key, owed])), outdated: [...outdated] };
}

function moveBefore(
  places: readonly Owed[],
  { key, before }: NonNullable<Transaction['oweBefore']>[number],
): readonly Owed[] {
  const moved = places.find((owed) => owed.key === key);
  const others = places.filter((owed) => owed !== moved);
  const place = others.findIndex((owed) => owed.key === before);
  return moved && place >= 0 ? others.toSpliced(place, 0, moved) : places;
}

function cardPlace(owed: Owed, place: number): readonly (readonly [string, number])[] {
  const key = cardKey(owed);
  return key === undefined ? [] : [[key, place]];
}

/** The same for all versions of a card to the same recipient. */
function cardKey({ card, to }: Owed): string | undefined {
  return card === undefined ? undefined : `${recipientKey(to)} ${card}`;
}

/** The card may stand since its older version was sent: as far back it is looked for. */
function sinceFirst(message: Owed, older: Owed): Owed {
  return { ...message, owedAt: Math.min(message.owedAt, older.owedAt) };
}
