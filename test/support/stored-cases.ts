import { join } from 'node:path';
import { addressOf } from '../../src/domain/circuit/circuit-id.ts';
import type { Case } from '../../src/domain/validation/case/case.ts';
import { factsOf } from '../../src/domain/validation/case/facts.ts';
import { caseMessages } from '../../src/domain/validation/case/messages.ts';
import { firstEntries } from '../../src/domain/validation/case/open-case.ts';
import { createCaseFiles } from '../../src/store/case-files.ts';
import { openFileStore } from '../../src/store/file-store.ts';
import { Case as StoredCase } from '../../src/store/schema/case.ts';
import { type CaseStage, caseAt } from './a-case.ts';
import { t0 } from './a-circuit.ts';
import { present } from './eventually.ts';
import type { World } from './world.ts';

export type CaseToStore = {
  readonly id: string;
  readonly channelId: string;
  readonly stage: CaseStage;
  /** What happened to it besides. */
  readonly after?: (it: Case) => Case;
};

/** Every moment in it, as if it had just been. */
function movedTo(now: number, it: Case): Case {
  const shift = (_: string, value: unknown) =>
    typeof value === 'number' && value >= t0 && value < t0 * 2 ? value - t0 + now - 3_600_000 : value;
  return StoredCase.parse(JSON.parse(JSON.stringify(it), shift));
}

/**
 * Cases about a circuit that the last poll saw, as the bot would have written them: with their cards owed and their
 * files kept. Nobody else may have the store open.
 */
export async function storeCases(
  { dataDir, storePath }: Pick<World, 'dataDir' | 'storePath'>,
  circuitName: string,
  cases: readonly CaseToStore[],
  contentOf: (fileId: string) => Uint8Array,
): Promise<void> {
  const { store } = await openFileStore({ path: storePath });
  const caseFiles = createCaseFiles(join(dataDir, 'cases'));
  const known = (await store.circuits()).find(({ circuit }) => circuit.name === circuitName);
  const { circuit } = present(known, circuitName);
  const facts = present(factsOf(circuit), `prefixes of ${circuitName}`);
  const at = Date.now();
  for (const { id, channelId, stage, after = (it: Case) => it } of cases) {
    const lived = after(caseAt(stage, { id, channelId, circuit: addressOf(circuit), facts }));
    const it = { ...movedTo(at, lived), revision: 1 };
    for (const file of it.files) await caseFiles.keep(id, file.id, contentOf(file.id));
    const owe = caseMessages({ before: undefined, after: it, events: firstEntries(at), at });
    await store.commit({ putCases: [it], owe });
  }
  await store.close();
}
