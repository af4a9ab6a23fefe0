import { z } from 'zod';
import { wholeFileJson } from '../world/file-json.ts';
import { appSees } from '../world/file-sight.ts';
import { defineMethod, text } from './method.ts';
import { ok, refuse } from './reply.ts';

/** What a workspace takes is up to its plan and its owner; this one's restricts it. */
const maxUploadBytes = 50 * 1024 * 1024;

/** A file that the app cannot see is none to it. */
export const filesInfo = defineMethod('files:read', z.object({ file: text }), (world, args) => {
  const file = world.files.find(args.file);
  if (!file || !appSees(world, file)) return refuse('file_not_found');
  return ok({ file: wholeFileJson(world, file), comments: [], response_metadata: { next_cursor: '' } });
});

const Announced = z.object({ filename: text, length: z.coerce.number().int().min(0) });

/** The first of three steps: where to send the file to. Then a POST to that address, then `completeUploadExternal`. */
export const filesGetUploadUrlExternal = defineMethod('files:write', Announced, (world, args) => {
  if (args.length === 0 || args.filename === '') return refuse('missing_argument');
  if (args.length > maxUploadBytes) return refuse('file_upload_size_restricted');
  const { fileId, path } = world.uploads.announce(args.filename, args.length);
  return ok({ upload_url: `${world.origin()}/slack/upload/v1/${path}`, file_id: fileId });
});
