import { endingOf } from '../world/file-types.ts';
import { asList, asObject, asText, type JsonObject } from '../world/json.ts';

/** Where the element names no number. */
const mostFiles = 10;

/** What Slack's client finds wrong with the files that were put into an input. It goes by the ending of the name alone. */
export function filesError(element: JsonObject, files: readonly unknown[]): string | undefined {
  const most = Number(element.max_files ?? mostFiles);
  if (files.length > most) return `Please upload at most ${most} ${most === 1 ? 'file' : 'files'}.`;
  const endings = asList(element.filetypes).map((one) => asText(one).toLowerCase().replace(/^\./, ''));
  if (endings.length === 0) return undefined;
  const stray = files
    .map((file) => asText(asObject(file).name))
    .find((name) => !endings.includes(endingOf(name)));
  return stray === undefined
    ? undefined
    : `${stray} is a type of file that is not accepted here. Please upload ${endings.join(', ')}.`;
}
