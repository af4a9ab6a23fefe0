/** Where the panels lie over the page instead of beside it. */
export const isNarrow = (): boolean => matchMedia('(max-width: 1100px)').matches;
