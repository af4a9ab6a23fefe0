import { z } from 'zod';
import { prefixTurns, sessionBases, sessionStates } from '../../domain/peering/session.ts';
import { CircuitId } from './circuit-id.ts';
import { AddressFamily, Link, PeeringType } from './peering.ts';

export const SessionState = z.enum(sessionStates);
const SessionBasis = z.enum(sessionBases);

/** What a session and the sight of it in a message have in common. */
export const sessionStanding = {
  link: Link,
  family: AddressFamily,
  state: SessionState,
  since: z.number(),
  basis: SessionBasis,
  bgpState: z.string().optional(),
  neverUp: z.literal(true).optional(),
  prefixes: z.number().optional(),
};

const Session = z.object({
  peering: PeeringType,
  ...sessionStanding,
  usualPrefixes: z.number().optional(),
  prefixesSince: z.number().optional(),
  prefixTurn: z.enum(prefixTurns).optional(),
});

const ArpStanding = z.object({
  peering: PeeringType,
  link: Link,
  state: SessionState,
  since: z.number(),
});

const ConnectionStanding = z.object({
  name: z.string(),
  resourceGroup: z.string(),
  gateway: z.string(),
  status: z.string(),
  lastSettled: z.string().optional(),
});

export const Connectivity = z.object({
  circuitId: CircuitId,
  sessions: z.array(Session).readonly(),
  arp: z.array(ArpStanding).readonly(),
  connections: z.array(ConnectionStanding).readonly(),
});
