import { z } from 'zod';
import type { ArmApp, ArmContext, ArmDeps } from '../arm/arm-env.ts';
import { invalidName, nameTaken, noSuch, roleRefusal, supportJson } from './answers.ts';
import { withSupportBody } from './body.ts';
import { toWireMoment } from './moment.ts';
import { nameFault, supportNames } from './names.ts';
import { fileLimits, type SupportFile, type Workspace } from './workspaces.ts';

const workspaces = '/subscriptions/:s/providers/microsoft.support/fileworkspaces';
const write = 'supportTickets/write';

const bytes = (limit: number) => z.int().min(1).max(limit, `must be at most ${limit} bytes`);
const body = z.object({
  properties: z
    .object({
      chunkSize: bytes(fileLimits.chunkSize),
      fileSize: bytes(fileLimits.fileSize),
      numberOfChunks: z.int().min(1).max(fileLimits.chunks),
    })
    .refine(({ chunkSize, fileSize }) => chunkSize <= fileSize, 'chunkSize must not exceed fileSize')
    .refine(
      ({ chunkSize, fileSize, numberOfChunks }) => numberOfChunks === Math.ceil(fileSize / chunkSize),
      'numberOfChunks does not fit chunkSize and fileSize',
    ),
});

/** Workspaces, and the files that are announced in them before their content comes. */
export function addFiles(app: ArmApp, deps: ArmDeps): void {
  app.put(`${workspaces}/:w`, (context) => openWorkspace(context, deps));
  app.get(`${workspaces}/:w`, (context) =>
    withWorkspace(context, deps, (workspace) => supportJson(200, toWireWorkspace(workspace))),
  );
  app.get(`${workspaces}/:w/files`, (context) =>
    withWorkspace(context, deps, (workspace) => {
      const value = [...workspace.files.values()].map((file) => toWireFile(workspace, file));
      return supportJson(200, { value });
    }),
  );
  app.get(`${workspaces}/:w/files/:f`, (context) =>
    withFile(context, deps, (file, workspace) => supportJson(200, toWireFile(workspace, file))),
  );
  app.put(`${workspaces}/:w/files/:f`, (context) =>
    withSupportBody(context, body, ({ properties: numbers }) =>
      withWorkspace(context, deps, (workspace) => {
        const name = supportNames(context).file;
        const forbidden = roleRefusal(context, deps.support, write);
        if (forbidden) return forbidden;
        if (nameFault(name)) return invalidName();
        if (workspace.files.has(name.toLowerCase())) return nameTaken();
        const file = { ...numbers, name, createdAt: deps.clock.now(), chunks: new Map() };
        workspace.files.set(name.toLowerCase(), file);
        return supportJson(201, toWireFile(workspace, file));
      }),
    ),
  );
}

function openWorkspace(context: ArmContext, { support }: ArmDeps): Response {
  const { subscriptionId, workspace: name } = supportNames(context);
  const forbidden = roleRefusal(context, support, write);
  if (forbidden) return forbidden;
  if (nameFault(name)) return invalidName();
  if (support.workspaces.find(subscriptionId, name)) return nameTaken();
  return supportJson(201, toWireWorkspace(support.workspaces.open(subscriptionId, name)));
}

function withWorkspace(
  context: ArmContext,
  { support }: ArmDeps,
  answer: (workspace: Workspace) => Response,
): Response {
  const { subscriptionId, workspace: name } = supportNames(context);
  const workspace = support.workspaces.find(subscriptionId, name);
  return workspace ? answer(workspace) : noSuch(`File workspace '${name}'`);
}

export function withFile(
  context: ArmContext,
  deps: ArmDeps,
  answer: (file: SupportFile, workspace: Workspace) => Response,
): Response {
  return withWorkspace(context, deps, (workspace) => {
    const name = supportNames(context).file;
    const file = workspace.files.get(name.toLowerCase());
    return file ? answer(file, workspace) : noSuch(`File '${name}'`);
  });
}

function toWireWorkspace({ subscriptionId, name, createdAt, expiresAt }: Workspace) {
  return {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Support/fileWorkspaces/${name}`,
    name,
    type: 'Microsoft.Support/fileWorkspaces',
    properties: {
      createdOn: toWireMoment(createdAt),
      ...(Number.isFinite(expiresAt) && { expirationTime: toWireMoment(expiresAt) }),
    },
  };
}

function toWireFile(
  workspace: Workspace,
  { name, createdAt, chunkSize, fileSize, numberOfChunks }: SupportFile,
) {
  return {
    id: `${toWireWorkspace(workspace).id}/files/${name}`,
    name,
    type: 'Microsoft.Support/files',
    properties: { createdOn: toWireMoment(createdAt), chunkSize, fileSize, numberOfChunks },
  };
}
