import { isAt } from './arm-answer.ts';
import type { ArmAccess } from './authenticate.ts';
import { type CloudName, clouds } from './clouds.ts';

export type AzureDoor = {
  readonly cloud: CloudName;
  /** Another door than the cloud's own: a stand-in on loopback. */
  readonly armUrl?: string;
  /** Another door to metrics than the cloud's own, for all regions. */
  readonly metricsUrl?: string;
  /** A stand-in's token; absent: DefaultAzureCredential. */
  readonly staticToken?: string;
};

export function armUrlOf({ cloud, armUrl }: AzureDoor): string {
  return withoutSlash(armUrl ?? clouds[cloud].arm);
}

/**
 * The door to the metrics of a region. Undefined: there is none, because a stand-in for ARM knows of no metrics, or because
 * the region's name, which comes from Azure's answers, could not be a host's: our token goes there.
 */
export function metricsUrlOf(door: AzureDoor, region: string): string | undefined {
  if (door.metricsUrl) return withoutSlash(door.metricsUrl);
  const name = region.toLowerCase().replaceAll(' ', '');
  if (isStandIn(door) || !/^[a-z0-9]{1,63}$/u.test(name)) return undefined;
  return `https://${name}.${clouds[door.cloud].metrics}`;
}

function isStandIn({ armUrl }: AzureDoor): boolean {
  return armUrl !== undefined && !Object.values(clouds).some(({ arm }) => isAt(new URL(arm), armUrl));
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}

/** @azure/identity is large and of no use with a stand-in: it is loaded only where it is needed. */
export async function accessOf({ cloud, staticToken }: AzureDoor): Promise<ArmAccess> {
  if (staticToken) return { kind: 'static', token: staticToken };
  const { DefaultAzureCredential } = await import('@azure/identity');
  const { arm, authority } = clouds[cloud];
  return {
    kind: 'credential',
    credential: new DefaultAzureCredential({ authorityHost: authority }),
    scope: `${arm}/.default`,
  };
}

/** The same identity, for the metrics of the same cloud. */
export function metricsAccessOf({ cloud }: AzureDoor, access: ArmAccess): ArmAccess {
  return access.kind === 'static'
    ? access
    : { ...access, scope: `https://${clouds[cloud].metrics}/.default` };
}
