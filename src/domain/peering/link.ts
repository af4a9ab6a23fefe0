/** The two physical links of a circuit: Microsoft's primary and secondary edge. The SLA needs BGP on both. */
export const links = ['primary', 'secondary'] as const;
export type Link = (typeof links)[number];
