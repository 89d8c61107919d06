import { type LinkName, links } from '../graph/links.ts';
import { countText, pageText } from '../graph/traversal.ts';
import type { Ask } from './ask.ts';
import { connect, type PageArguments, readPage, writeCursor } from './page.ts';
import { type Scope, WIDEST } from './scope.ts';
import { NO_BOUNDS, traversalRest } from './tie-key.ts';
import type { Connection, Row } from './values.ts';

/** Where a passage stands and what it mentions does not depend on the day asked, only on what was recorded by then. */
export const timeless = ({ knownAt }: Scope): Scope => ({ ...WIDEST, knownAt });

/** Pages of links, which are no claims themselves; `more` are the values of the far node's own conditions. */
export function linkLoader(ask: Ask) {
  return <Edge extends { readonly cursor: string }>(
    name: LinkName,
    id: string,
    args: PageArguments,
    scope: Scope,
    read: (row: Row, cursor: string) => Edge | Promise<Edge>,
    more: readonly unknown[] = [],
  ): Connection<Edge> => {
    const traversal = links[name];
    const list = `${traversal.type}.${traversal.near}`;
    const page = readPage(args, list);
    const sortKey = traversal.edgeColumns.indexOf('sortKey');
    return connect({
      page,
      rows: async () => {
        const key = [id, ...traversalRest(scope, page), ...more];
        const rows = (await ask(pageText(traversal, page.order), key, { limit: page.limit })) as Row[];
        return Promise.all(rows.map((row) => read(row, writeCursor(list, String(row[sortKey])))));
      },
      cursorOf: ({ cursor }) => cursor,
      count: async (what) => {
        const key = [id, ...traversalRest(scope, NO_BOUNDS), ...more];
        return (await ask(countText(traversal, what), key)) as number;
      },
    });
  };
}

export type Linked = ReturnType<typeof linkLoader>;
