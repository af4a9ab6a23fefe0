/** A part of a list that is too long for one message. */
export type Paged<T> = {
  readonly shown: readonly T[];
  /** Counted from 0. */
  readonly page: number;
  readonly pageCount: number;
};

/** A page past the end is the last one, and what is no number is the first. */
export function pageOf<T>(all: readonly T[], wantedPage: number, size: number): Paged<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(0, Math.trunc(wantedPage) || 0), pageCount - 1);
  return { shown: all.slice(page * size, (page + 1) * size), page, pageCount };
}
