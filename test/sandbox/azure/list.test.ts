import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { americas, circuitPath, emea, type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
beforeEach(async () => {
  azure = await startAzure();
});
afterEach(() => azure.close());

const circuits = (subscription: string) =>
  `/subscriptions/${subscription}/providers/Microsoft.Network/expressRouteCircuits`;

async function pages(path: string) {
  const found: { value: { name: string; id: string }[]; nextLink?: string }[] = [];
  let answer = await azure.arm('GET', path);
  for (found.push(answer.body); answer.body.nextLink; found.push(answer.body)) {
    answer = await azure.call('GET', answer.body.nextLink);
  }
  return found;
}

describe('the list of circuits', () => {
  it('comes in pages that lose nothing and repeat nothing', async () => {
    const all = await pages(circuits(emea));
    expect(all.map(({ value }) => value.length)).toEqual([4, 3]);
    const names = all.flatMap(({ value }) => value.map(({ name }) => name));
    expect(names).toEqual(['lon-01', 'lon-02', 'fra-02', 'ams-01', 'ams-02', 'par-01', 'edge-01']);
  });

  it('ends without a link when the last page is full', async () => {
    const all = await pages(circuits(americas));
    expect(all.map(({ value }) => value.length)).toEqual([4, 4]);
  });

  it('keeps its place when circuits go between two pages', async () => {
    const first = await azure.arm('GET', circuits(emea));
    await azure.control('DELETE', '/circuits/lon-01');
    await azure.control('DELETE', '/circuits/ams-01');
    const second = await azure.call('GET', first.body.nextLink);
    expect(second.body.value.map(({ name }: { name: string }) => name)).toEqual([
      'ams-02',
      'par-01',
      'edge-01',
    ]);
  });

  it('can be asked for one resource group, in any casing', async () => {
    const path = `/SUBSCRIPTIONS/${emea}/resourcegroups/RG-NET-EMEA-DR/providers/microsoft.network/EXPRESSROUTECIRCUITS`;
    const [page] = await pages(path);
    expect(page?.value.map(({ id }) => id)).toEqual([circuitPath('ams-02', 'rg-net-emea-dr')]);
  });

  it('refuses a token for the next page that it never gave', async () => {
    const answer = await azure.arm('GET', `${circuits(emea)}?$skiptoken=nonsense`);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'InvalidSkipToken']);
  });
});
