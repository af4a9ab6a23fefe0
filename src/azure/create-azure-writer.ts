import { setTimeout as pause } from 'node:timers/promises';
import type { AzureWriter } from '../usecases/ports.ts';
import type { ArmClient } from './arm-client.ts';
import type { Wait } from './patience.ts';
import { listFailoverTests } from './read/failover-tests.ts';
import { listConnections } from './read/list-connections.ts';
import { listGateways } from './read/list-gateways.ts';
import { listOffers } from './read/list-offers.ts';
import { listResourceGroups } from './read/list-resource-groups.ts';
import { readAuthorizationKey } from './read/read-authorization-key.ts';
import { readCircuit, readServiceKey } from './read/read-circuit.ts';
import { follow } from './write/follow.ts';
import { send } from './write/send.ts';
import { stand } from './write/stand.ts';

/** The write side of Azure behind its port. Nothing is retried and nothing remembered: both are the caller's. */
export function createAzureWriter(arm: ArmClient, wait: Wait = pause): AzureWriter {
  return {
    readCircuit: (target) => readCircuit(arm, target),
    readServiceKey: (target) => readServiceKey(arm, target),
    readAuthorizationKey: (target, authorization) => readAuthorizationKey(arm, target, authorization),
    connections: (subscriptionIds, circuitId) => listConnections(arm, subscriptionIds, circuitId),
    gateways: (subscriptionIds) => listGateways(arm, subscriptionIds),
    offers: (subscriptionId) => listOffers(arm, subscriptionId),
    resourceGroups: (subscriptionId) => listResourceGroups(arm, subscriptionId),
    failoverTests: (target) => listFailoverTests(arm, target, wait),
    send: (target, step) => send(arm, target, step, wait),
    follow: (url) => follow(arm, url),
    stand: (target, step) => stand(arm, target, step, wait),
  };
}
