import type { ArmAccess } from './authenticate.ts';
import { type CloudName, clouds } from './clouds.ts';

export type AzureDoor = {
  readonly cloud: CloudName;
  /** Another door than the cloud's own: a stand-in on loopback. */
  readonly armUrl?: string;
  /** A stand-in's token; absent: DefaultAzureCredential. */
  readonly staticToken?: string;
};

export function armUrlOf({ cloud, armUrl }: AzureDoor): string {
  return (armUrl ?? clouds[cloud].arm).replace(/\/+$/u, '');
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
