import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * One line of JSON an entry. Control characters are written as JSON writes them; whatever else is not plain ASCII, such as what turns the
 * direction of a text, likewise, so that no client can change how a log looks.
 */
export const openLogger = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, hooks: { streamWrite: escapeLine } }, destination ?? output());

const LINES_TOGETHER = 8_192;
const AT_LATEST = 250;

/** Lines are written some together, a quarter of a second late at most: one write a line costs more than to refuse the request it tells of. */
function output() {
  const written = pino.destination({ fd: 1, minLength: LINES_TOGETHER, sync: true });
  setInterval(() => written.flush(), AT_LATEST).unref();
  process.once('exit', () => written.flushSync());
  return written;
}

const escapeLine = (line: string): string =>
  line.replace(/[^\n -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
