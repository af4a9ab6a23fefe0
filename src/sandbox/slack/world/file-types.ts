/** What Slack calls a kind of file, told by the ending of its name. */
type FileType = {
  readonly mimetype: string;
  readonly filetype: string;
  /** For people. */
  readonly prettyType: string;
};

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const byEnding: Readonly<Record<string, FileType>> = {
  pdf: type('application/pdf', 'pdf', 'PDF'),
  png: type('image/png', 'png', 'PNG'),
  jpg: type('image/jpeg', 'jpg', 'JPEG'),
  jpeg: type('image/jpeg', 'jpg', 'JPEG'),
  gif: type('image/gif', 'gif', 'GIF'),
  txt: type('text/plain', 'text', 'Plain Text'),
  md: type('text/plain', 'markdown', 'Markdown (raw)'),
  csv: type('text/csv', 'csv', 'CSV'),
  html: type('text/html', 'html', 'HTML'),
  json: type('text/plain', 'json', 'JSON'),
  eml: type('message/rfc822', 'email', 'Email'),
  docx: type(wordDocument, 'docx', 'Word Document'),
  xlsx: type(workbook, 'xlsx', 'Excel Spreadsheet'),
  zip: type('application/zip', 'zip', 'Zip'),
};

const unknown = type('application/octet-stream', 'binary', 'Binary');

/** Lower case and without the point; empty where the name has none. */
export const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

export function fileTypeOf(name: string): FileType {
  const ending = endingOf(name);
  return (Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined) ?? unknown;
}

function type(mimetype: string, filetype: string, prettyType: string): FileType {
  return { mimetype, filetype, prettyType };
}
