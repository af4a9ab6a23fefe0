import { App, LogLevel } from '@slack/bolt';

// The floor: a Bolt app that acknowledges and does nothing else.

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
  logLevel: LogLevel.WARN,
});
app.command('/circuit', async ({ ack }) => ack());

const server = await app.start(0);
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;
process.stdout.write(`bare bolt at http://127.0.0.1:${port}/slack/events\n`);
process.once('SIGTERM', () => process.exit());
