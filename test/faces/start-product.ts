import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm start` says of where all is. */
    printed: string;
    /** The page for readers. */
    home: string;
  }
}

/** Of each kind of page one that no test opens, but for the question, which has a text of its own. */
const PLANNED = [
  '/institution/kz/parliament',
  '/law/kz/constitution-1995?ties=amendedBy',
  '/search?q=parliament',
  '/timeline?year=2019',
  '/timeline?of=institution/kz/parliament',
  '/paths?from=institution/kz/parliament&to=institution/kz/kurultai',
  '/graph?of=institution/kz/kurultai',
  '/document/kz/001',
  '/passage/kz/000/14',
  '/questions/reforms-that-affected-the-senate?asOf=2021-12-31',
];

/** One product for all that is looked at, once Neo4j has planned what pages ask: a slow machine takes longer to plan a text than a question may take. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const { printed, stop } = await startProduct();
  const [, home = ''] = /The page for readers\s+(http:\S+)/.exec(printed) ?? [];
  for (const path of PLANNED) await planned(new URL(path, home));
  project.provide('home', home);
  project.provide('printed', printed);
  return stop;
}

/** Opens a page until Neo4j has planned what it asks in time. */
async function planned(address: URL): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const response = await fetch(address);
    await response.text();
    if (response.status !== 503) return;
  }
}
