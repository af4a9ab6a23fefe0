import { type DestinationStream, pino } from 'pino';
import type { Log } from './usecases/ports.ts';

/** The log: one JSON object a line. Errors are told with their causes; whatever looks like a secret is blanked. */
export function createLog(level: string, destination: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: {
        // The last door: secrets are blanked in the finished line, wherever in it they are.
        streamWrite: redactSecrets,
      },
    },
    destination,
  );
  return {
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
  };
}

/** Name, words, place and causes of an error; none of the requests and answers that libraries hang on it. */
function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return String(error);
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return {
    name,
    message,
    ...code,
    stack,
    ...(cause && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\bxox[a-z](?:\.xox[a-z])?-[\w-]+/giu, '[slack token]'],
  [/\bxapp-[\w-]+/giu, '[slack app token]'],
  [/(https?:\/\/[^\s"'\\]*\/(?:commands|actions|response|workflows)\/)[^\s"'\\]+/giu, '$1[redacted]'],
  // Signed links, Azure's addresses of long-running operations, Socket Mode's tickets.
  [
    /((?:https?|wss?):\/\/[^\s"'\\?]+)\?(?:[^\s"'\\]*&)?(?:s|sig|h|c|t|token|code|ticket)=[^\s"'\\]*/giu,
    '$1?[redacted]',
  ],
  [/\bBearer\s+[\w.~+/=-]+/giu, 'Bearer [redacted]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/gu, '[token]'],
  [/(Azure-SKEY\|)[0-9a-f-]{36}/giu, '$1[redacted]'],
  // Between name and key: quotes, however often they were escaped on the way here.
  [
    /((?:service|authorization|shared|s)[\s_-]?key\W{0,24}(?:is|was)?\W{0,24})[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu,
    '$1[redacted]',
  ],
];

export function redactSecrets(text: string): string {
  return secrets.reduce((line, [pattern, blank]) => line.replace(pattern, blank), text);
}
