import type { SupportFile } from '../../usecases/validation/support.ts';
import type { ArmClient } from '../arm-client.ts';
import { readRaw } from '../read-raw.ts';
import { refusal } from '../refusal.ts';
import { readAs } from './read-as.ts';
import { subscriptionSupportUrl } from './support-url.ts';
import { FileWire, WorkspaceWire } from './wire.ts';

/** Bytes. The specification's 2.5 MB and 5 MB, as Azure's own command line counts them; a file is never empty. */
const chunkLimit = 2.5 * 1_024 * 1_024;
const fileLimit = 2 * chunkLimit;

/** Makes it unless it is there; one that has expired is asked for anew. */
export async function openWorkspace(
  arm: ArmClient,
  subscriptionId: string,
  workspace: string,
  now: number,
): Promise<void> {
  const url = subscriptionSupportUrl(subscriptionId, ['fileWorkspaces', workspace]);
  const there = await readRaw(arm, url);
  const end =
    there && (readAs(WorkspaceWire, there, 'file workspace').properties?.expirationTime ?? Infinity);
  if (end === undefined || end <= now) await arm.ask({ method: 'PUT', url });
}

/** A file that was begun before is sent again whole: Azure does not tell which of its chunks it has. */
export async function upload(
  arm: ArmClient,
  subscriptionId: string,
  workspace: string,
  { name, content }: SupportFile,
): Promise<void> {
  const below = ['fileWorkspaces', workspace, 'files', name];
  const url = subscriptionSupportUrl(subscriptionId, below);
  const fileSize = content.byteLength;
  if (fileSize === 0 || fileSize > fileLimit) throw misfit(name);
  const chunks = chunksOf(content);
  const layout = { chunkSize: Math.min(chunkLimit, fileSize), fileSize, numberOfChunks: chunks.length };
  const known = await readRaw(arm, url);
  const isKnown = known && readAs(FileWire, known, 'file').properties.fileSize === fileSize;
  if (!isKnown) await arm.ask({ method: 'PUT', url, body: { properties: layout } });
  const uploadUrl = subscriptionSupportUrl(subscriptionId, [...below, 'upload']);
  for (const [chunkIndex, chunk] of chunks.entries()) {
    const body = { content: chunk.toString('base64'), chunkIndex };
    await arm.ask({ method: 'POST', url: uploadUrl, body });
  }
}

function chunksOf(content: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const count = Math.ceil(bytes.length / chunkLimit);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * chunkLimit, (i + 1) * chunkLimit));
}

function misfit(name: string) {
  return refusal('FileSize', `"${name}" does not fit: Microsoft's support takes files from 1 byte to 5 MB`);
}
