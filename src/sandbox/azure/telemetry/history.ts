/** `absent`: there was no such session. `gap`: Azure has lost what it measured. */
export type Standing = 'up' | 'down' | 'absent' | 'gap';

/** Milliseconds in each standing. */
export type Spent = Readonly<Record<Standing, number>>;

/** How what can be up or down has turned, by subject. What never turned has no entry: it is as it always was. */
export interface History {
  record(subject: string, before: Standing, after: Standing, at: number): void;
  /** `now`: how the subject stands, for one that never turned. */
  spent(subject: string, now: Standing, from: number, to: number): Spent;
  /** Whether it was ever up, as far as is kept. */
  wasUp(subject: string): boolean;
  /** When it turned last. */
  since(subject: string): number | undefined;
}

type Turn = { readonly at: number; readonly standing: Standing };
type Track = { readonly before: Standing; readonly turns: readonly Turn[] };

/** A day of flapping every few minutes; older turns are forgotten. */
const keptTurns = 500;

export function createHistory(): History {
  const tracks = new Map<string, Track>();
  return {
    record(subject, before, after, at) {
      if (before === after) return;
      const track = tracks.get(subject) ?? { before, turns: [] };
      tracks.set(subject, bounded({ ...track, turns: [...track.turns, { at, standing: after }] }));
    },
    spent(subject, now, from, to) {
      const track = tracks.get(subject);
      return track ? spentIn(track, from, to) : { ...nothing, [now]: Math.max(0, to - from) };
    },
    wasUp(subject) {
      const track = tracks.get(subject);
      return !track || track.before === 'up' || track.turns.some(({ standing }) => standing === 'up');
    },
    since: (subject) => tracks.get(subject)?.turns.at(-1)?.at,
  };
}

const nothing = { up: 0, down: 0, absent: 0, gap: 0 };

function bounded({ before, turns }: Track): Track {
  const [oldest, ...rest] = turns;
  return oldest && turns.length > keptTurns ? { before: oldest.standing, turns: rest } : { before, turns };
}

function spentIn({ before, turns }: Track, from: number, to: number): Spent {
  const spent = { ...nothing };
  const stretches = [{ at: Number.NEGATIVE_INFINITY, standing: before }, ...turns];
  for (const [index, { at, standing }] of stretches.entries()) {
    const end = stretches[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    spent[standing] += Math.max(0, Math.min(end, to) - Math.max(at, from));
  }
  return spent;
}
