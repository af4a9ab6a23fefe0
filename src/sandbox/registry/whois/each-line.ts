import type { Socket } from 'node:net';

/** Characters; a query of any of the known clients is far shorter. */
const longestLine = 4_096;

/** The lines that come, without what ends them, trimmed. Undefined: one that is too long, behind which nothing is read. */
export async function* eachLine(socket: Socket): AsyncGenerator<string | undefined> {
  let rest = '';
  try {
    // The reader may stop before everything that is written has gone out.
    for await (const chunk of socket.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.length > longestLine ? undefined : line.trim();
      if (rest.length > longestLine) {
        yield undefined;
        return;
      }
    }
  } catch {
    // Cut by the other side, or by a fault that was asked for.
  }
}
