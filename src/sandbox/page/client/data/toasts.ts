import type { Toast } from './state.ts';
import { store } from './store.ts';

let lastId = 0;
const shownMs = 9_000;

/** Says it where it cannot be missed; the same words are not said twice at a time. */
export function say(text: string, tone: Toast['tone'] = 'error'): void {
  lastId += 1;
  const toast = { id: lastId, text, tone };
  store.change(({ toasts }) => ({ toasts: [...toasts.filter((one) => one.text !== text), toast].slice(-4) }));
  setTimeout(() => dismissToast(toast.id), shownMs);
}

export function dismissToast(id: number): void {
  store.change(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Runs what a person asked for; a failure is said, never swallowed. False when it failed. */
export async function tell(task: () => Promise<unknown>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return false;
  }
}
