import { z } from 'zod';
import type { ArmApp, ArmDeps } from '../arm/arm-env.ts';
import { invalid, roleRefusal } from './answers.ts';
import { withSupportBody } from './body.ts';
import { withFile } from './files.ts';
import type { SupportFile, Workspace } from './workspaces.ts';

const body = z.object({ content: z.base64('must be base64').min(1), chunkIndex: z.int().min(0) });

/** The content of a file, chunk by chunk. A chunk that comes again takes the place of itself. */
export function addUploads(app: ArmApp, deps: ArmDeps): void {
  app.post('/subscriptions/:s/providers/microsoft.support/fileworkspaces/:w/files/:f/upload', (context) =>
    withSupportBody(context, body, ({ content, chunkIndex }) =>
      withFile(context, deps, (file, workspace) => {
        const chunk = Buffer.from(content, 'base64');
        const forbidden = roleRefusal(context, deps.support, 'supportTickets/write');
        return (
          forbidden ??
          chunkRefusal(file, chunkIndex, chunk.length) ??
          keep(deps, workspace, file, chunkIndex, chunk)
        );
      }),
    ),
  );
}

/** All chunks but the last are as long as was announced. */
function chunkRefusal(
  { name, chunkSize, fileSize, numberOfChunks }: SupportFile,
  index: number,
  length: number,
): Response | undefined {
  if (index >= numberOfChunks)
    return invalid(`chunkIndex: file '${name}' has ${numberOfChunks} chunks, the first is 0.`);
  const wanted = index < numberOfChunks - 1 ? chunkSize : fileSize - chunkSize * index;
  if (length === wanted) return undefined;
  return invalid(`content: chunk ${index} of file '${name}' has ${wanted} bytes, not ${length}.`);
}

function keep(
  { estate }: ArmDeps,
  workspace: Workspace,
  file: SupportFile,
  index: number,
  chunk: Uint8Array,
): Response {
  const chunks = new Map(file.chunks).set(index, chunk);
  workspace.files.set(file.name.toLowerCase(), { ...file, chunks });
  estate.changed();
  return new Response(null, { status: 204 });
}
