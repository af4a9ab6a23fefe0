import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';

// A process of its own, so that what it spends and holds is not the bot's: a sandbox whose time is moved from outside.

const { url, environment } = await startSandbox({ port: 0 });
process.stdout.write(`sandbox at ${url} ${JSON.stringify(environment)}\n`);
process.on('disconnect', () => process.exit());
