import type { Graph } from '../../src/graph/graph.ts';
import type { ServerOptions } from '../../src/server.ts';
import { type Sent, serveForTests } from '../ask.ts';

export interface Opened {
  readonly status: number;
  readonly headers: Headers;
  /** As it was sent. */
  readonly text: string;
  /** What a reader sees of it, without markup. */
  readonly words: string;
  readonly title: string;
  /** Addresses that its links lead to. */
  readonly links: readonly string[];
  /** Where the next page of a list is. */
  readonly next: string | undefined;
  /** Statements that the graph was sent for it. */
  readonly sent: readonly Sent[];
}

export type Open = (path: string, headers?: Record<string, string>) => Promise<Opened>;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A text of a page as a reader sees it. */
export const plain = (text: string): string =>
  text.replace(/&(#39|\w+);/g, (whole, name: string) => NAMED[name] ?? whole);

/** Pages over a graph, opened as a browser opens them. */
export async function openPages(
  graph: Pick<Graph, 'read'>,
  options: Partial<ServerOptions> = {},
): Promise<{ url: string; open: Open }> {
  const sent: Sent[] = [];
  const counted: Pick<Graph, 'read'> = {
    read: (statement, parameters = {}, ...rest) => {
      sent.push({ statement, parameters });
      return graph.read(statement, parameters, ...rest);
    },
  };
  const { url } = await serveForTests(counted, undefined, options);
  const open: Open = async (path, headers = {}) => {
    sent.length = 0;
    // As it is written: resolved, `//x/` would be another host.
    const response = await fetch(path.startsWith('/') ? `${new URL(url).origin}${path}` : path, {
      headers: { Connection: 'close', ...headers },
      redirect: 'manual',
    });
    const text = await response.text();
    const body = text.replace(/<(script|style)\b.*?<\/\1>/gs, '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      words: plain(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' '),
      title: plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(text)?.[1] ?? ''),
      links: [...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href = '']) => plain(href)),
      next: plain(/<a rel="next" href="([^"]*)"/.exec(text)?.[1] ?? '') || undefined,
      sent: [...sent],
    };
  };
  return { url, open };
}
