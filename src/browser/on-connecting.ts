import type { Conf } from '../launch/neo4j-conf.ts';
import { GUIDE_PATH, STYLE_PATH } from './files.ts';
import { browserQuestions, FIRST, onOneLine } from './questions.ts';
import { browserStyle } from './style.ts';

/**
 * The setting by which Neo4j Browser, once connected, takes our style, opens our guide from `server` and draws the first question.
 * The style is written out: fetched, it comes later than the picture and is listed above it.
 */
export const onConnecting = (server: string): Conf => commands(server, JSON.stringify(browserStyle()));

/** The same for who does not know the style, such as docker-compose.yml. */
export const onConnectingByAddress = (server: string): Conf => commands(server, `${server}${STYLE_PATH}`);

function commands(server: string, style: string): Conf {
  const first = browserQuestions().find(({ name }) => name === FIRST);
  if (!first) throw new Error(`cypher/browser/${FIRST}.cypher is missing.`);
  return {
    'browser.post_connect_cmd': `style ${style}; guide ${server}${GUIDE_PATH}; auto ${onOneLine(first)}`,
  };
}
