import { isSame } from '../open-enum.ts';
import type { Link } from './link.ts';
import type { PeeringType } from './peering.ts';
import type { SessionPlace } from './session.ts';

/** One peering on one link: what Microsoft's edge is asked about at a time. */
export type EdgePlace = { readonly peering: PeeringType; readonly link: Link };

export function isAtEdge(a: EdgePlace, b: EdgePlace): boolean {
  return a.link === b.link && isSame(a.peering, b.peering);
}

export function isSamePlace(a: SessionPlace, b: SessionPlace): boolean {
  return a.family === b.family && isAtEdge(a, b);
}
