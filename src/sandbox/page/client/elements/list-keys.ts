/** Moving through a list with the keyboard. */
export type ListKeys = {
  readonly count: number;
  readonly at: number;
  readonly move: (to: number) => void;
  readonly choose: (at: number) => void;
  readonly close: () => void;
};

/** True when the key was for the list. */
export function onListKey(event: KeyboardEvent, { count, at, move, choose, close }: ListKeys): boolean {
  const target = targetOf(event.key, at, count);
  if (target !== undefined) move(target);
  else if (event.key === 'Enter') choose(at);
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return false;
  if (event.key !== 'Tab') {
    event.preventDefault();
    event.stopPropagation();
  }
  return true;
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, at + 8);
    case 'PageUp':
      return Math.max(0, at - 8);
    default:
      return undefined;
  }
}
