import { StoreConflict } from './store.ts';

/** Others may move the same thing at the same time; each time it is decided anew. */
const attempts = 8;

/** Tries again when somebody was faster. Throws StoreConflict when somebody always was. */
export async function notOvertaken<T>(decideAndMove: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await decideAndMove();
    } catch (fault) {
      if (!(fault instanceof StoreConflict) || attempt === attempts) throw fault;
    }
  }
}
