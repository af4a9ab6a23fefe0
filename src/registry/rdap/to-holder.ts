import { type Network, parseNetwork } from '../../domain/peering/addresses.ts';
import type { Holder } from '../../domain/validation/evidence.ts';
import { SourceFault } from '../source-fault.ts';
import { certificatesIn } from './certificates.ts';
import { RdapNetwork } from './rdap-network.ts';
import { registrantOf } from './registrant.ts';

/** Throws SourceFault when it is no registration, or not one of that network's addresses. */
export function toHolder(body: string, network: Network, registry: string): Holder {
  const record = readRecord(body);
  const { startAddress: firstAddress, endAddress: lastAddress, name, country, parentHandle, type } = record;
  if (!isAbout(record, network)) {
    throw new SourceFault('unreadable', 'It answered with the registration of other addresses.');
  }
  const remarks = [...record.remarks, ...record.comments];
  return {
    handle: record.handle ?? `${firstAddress} - ${lastAddress}`,
    ...present({ name, organization: registrantOf(record), country, parentHandle, type }),
    firstAddress,
    lastAddress,
    registry,
    remarks: remarks
      .map(({ title, description }) => [title ?? '', ...description].filter(Boolean).join('\n'))
      .filter(Boolean),
    certificates: certificatesIn(remarks.flatMap(({ description }) => description)),
  };
}

function readRecord(body: string): RdapNetwork {
  try {
    return RdapNetwork.parse(JSON.parse(body));
  } catch (cause) {
    throw new SourceFault('unreadable', 'It answered with something that is no RDAP record of addresses.', {
      cause,
    });
  }
}

/** A record is of more addresses than were asked for, or of fewer; of none of them it must not be. */
function isAbout({ startAddress, endAddress }: RdapNetwork, { family, first, length }: Network): boolean {
  const bits = family === 'ipv4' ? 32 : 128;
  const begin = parseNetwork(`${startAddress}/${bits}`);
  const end = parseNetwork(`${endAddress}/${bits}`);
  if (!begin.ok || !end.ok || begin.value.family !== family || end.value.family !== family) return false;
  const last = first + (1n << BigInt(bits - length)) - 1n;
  return begin.value.first <= last && end.value.first >= first;
}

type Named = Partial<Pick<Holder, 'name' | 'organization' | 'country' | 'parentHandle' | 'type'>>;

function present(fields: { readonly [Name in keyof Named]: string | undefined }): Named {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
}
