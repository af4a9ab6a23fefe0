/** What is undone at the end, in reverse: what listens first, the store last. */
export type Undo = (() => unknown)[];
