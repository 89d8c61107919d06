import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * One line of JSON an entry. Control characters are written as JSON writes them; whatever else is not plain ASCII, such as what turns the
 * direction of a text, likewise, so that no client can change how a log looks.
 */
export const openLogger = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, hooks: { streamWrite: escapeLine } }, destination ?? pino.destination(1));

const escapeLine = (line: string): string =>
  line.replace(/[^\n -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
