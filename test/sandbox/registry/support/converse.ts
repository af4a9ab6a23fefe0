import { connect } from 'node:net';

/** All that a whois server on loopback says to these lines, until it or the end of the lines closes the connection. */
export function converse(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      said += text;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(said));
    socket.end(lines.map((line) => `${line}\n`).join(''));
  });
}
