import { describe, test } from 'vitest';
import { DESK, look, open, PHONE, withBrowser } from './reader.ts';

/** Pages that no walk leads to: they keep nobody out either. */

withBrowser();

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['timeline', '/timeline?year=2022'],
  ['timeline-of', '/timeline?of=institution/kz/senate'],
  ['search', '/search?q=senate'],
  ['questions', '/questions'],
  ['document', '/document/kz/000'],
  ['passage', '/passage/kz/000/13'],
  ['charts', '/institution/kz/mazhilis'],
  ['conflicts', '/reform/kz/entry-threshold-cut-2021'],
  ['ties', '/law/kz/constitution-1995?ties=provisions'],
  ['kazakh', '/institution/kz/senate?lang=kk'],
  ['picture-kazakh', '/graph?of=institution/kz/senate&lang=kk'],
];

describe.each([DESK, PHONE])('on a $device', (device) => {
  test.each(PAGES)('%s', async (name, path) => look(await open(device, path), device, name));

  test.each([
    ['not-found', '/institution/kz/none', 404],
    ['bad-address', '/?lang=de', 400],
  ])('%s', async (name, path, status) =>
    look(await open(device, path, { expected: new RegExp(`status of ${status}`) }), device, name),
  );

  test.each([
    ['dark', '/institution/kz/mazhilis'],
    ['dark-home', '/'],
    ['dark-question', '/questions/reforms-that-affected-the-senate'],
    ['dark-timeline', '/timeline?year=2022'],
  ])('%s', async (name, path) => look(await open(device, path, { colorScheme: 'dark' }), device, name));
});
