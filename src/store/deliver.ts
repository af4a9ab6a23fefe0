import { type Owed, recipientKey } from '../domain/alert/notice.ts';
import { historyCaps, type Transaction } from '../usecases/store.ts';
import { amendMap, appendHistory, appendKeys } from './amend.ts';
import { keyOf, type StoreState } from './state.ts';

/** First what is owed, then what is over: a message owed and settled at once is settled. */
export function deliver(
  before: StoreState,
  { owe = [], settle = [], park = [] }: Transaction,
): Pick<StoreState, 'owed' | 'settledKeys' | 'parked'> {
  const { owed, outdated } = oweAll(before, owe);
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
function oweAll({ owed: before, settledKeys }: StoreState, owe: readonly Owed[]): Owing {
  let owed = new Map(before);
  const outdated = new Set<string>();
  for (const message of owe) {
    const { key } = message;
    if (owed.has(key) || settledKeys.has(key) || outdated.has(key)) continue;
    const older = olderVersion(owed, message);
    if (older) {
      owed = replaced(owed, older.key, sinceFirst(message, older));
      outdated.add(older.key);
    } else owed.set(key, message);
  }
  const isSame = owed.size === before.size && outdated.size === 0;
  return { owed: isSame ? before : owed, outdated: [...outdated] };
}

/** What is still to be sent of the same card to the same recipient. */
function olderVersion(owed: ReadonlyMap<string, Owed>, { card, to }: Owed): Owed | undefined {
  if (card === undefined) return undefined;
  const isOlder = (other: Owed) => other.card === card && recipientKey(other.to) === recipientKey(to);
  return [...owed.values()].find(isOlder);
}

/** The card may stand since its older version was sent: as far back it is looked for. */
function sinceFirst(message: Owed, older: Owed): Owed {
  return { ...message, owedAt: Math.min(message.owedAt, older.owedAt) };
}

/** The new message stands where the old one stood. */
function replaced(owed: ReadonlyMap<string, Owed>, key: string, message: Owed): Map<string, Owed> {
  return new Map(
    [...owed].map(([other, value]) => (other === key ? [message.key, message] : [other, value])),
  );
}
