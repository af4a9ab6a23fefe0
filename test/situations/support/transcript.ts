import type { Now } from '../../../src/usecases/ports.ts';
import type { Told } from './slack-heard.ts';

/** What happened and what people read, in the order of time. */
export function createTranscript(now: Now) {
  const parts: string[] = [];
  const standing = new Map<number, readonly string[]>();
  const names = new Map<string, string>();

  /** Names are given by chance: here by the order in which they are read. */
  function steady(text: string): string {
    return text.replace(/\b(INC|MW)-[0-9A-Z]{6}\b/gu, (id, kind: string) => {
      if (!names.has(id)) names.set(id, `${kind}-${names.size + 1}`);
      return names.get(id) ?? id;
    });
  }

  const clock = () => new Date(now()).toISOString().slice(11, 19);

  return {
    note: (what: string) => void parts.push(`${clock()} ~ ${what}`),
    tell(told: Told): void {
      const { number, to, thread, how, lines, notification } = told;
      const where = `${to.startsWith('U') ? '@' : '#'}${to}`;
      const name = thread === undefined ? `message ${number}` : `reply ${number} below message ${thread}`;
      const isSame = how === 'edited' && standing.get(number)?.join('\n') === lines.join('\n');
      standing.set(number, lines);
      const shown = isSame
        ? ['    (nothing that can be read changed)']
        : [...(how === 'posted' ? [`    “${notification}”`] : []), ...lines.map((line) => `    | ${line}`)];
      parts.push([`${clock()} ${where}, ${name} ${how}`, ...shown].map(steady).join('\n'));
    },
    text: () => `${parts.join('\n\n')}\n`,
  };
}
