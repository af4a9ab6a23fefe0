import { historyCaps, type Transaction } from '../usecases/store.ts';
import { amendMap, appendKeys } from './amend.ts';
import { keyOf, type StoreState } from './state.ts';

/** First what is owed to the audit file, then what is in it: an entry that was in it once is not owed again. */
export function amendAudit(
  { dueAudit, settledAudit }: StoreState,
  { audit = [], settleAudit = [] }: Transaction,
): Pick<StoreState, 'dueAudit' | 'settledAudit'> {
  const seen = new Set<string>();
  const isNew = (id: string) => !dueAudit.has(id) && !settledAudit.has(id) && !seen.has(id);
  const news = audit.filter(({ id }) => isNew(id) && seen.add(id));
  const due = amendMap(dueAudit, keyOf.audit, news);
  return {
    dueAudit: amendMap(due, keyOf.audit, [], settleAudit),
    settledAudit: appendKeys(settledAudit, settleAudit, historyCaps.settledAudit),
  };
}
