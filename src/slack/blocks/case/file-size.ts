import { counted } from '../words/units.ts';

/** `13 bytes`, `240 kB`, `1.2 MB`: as people read sizes of files. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
