import type { ArgBuilder } from '@pothos/core';
import type { PassageValue } from '../src/loaders/values.ts';
import { builder } from './builder.ts';
import { passageColumns } from './columns.ts';
import type { Types } from './connection.ts';
import { node } from './node.ts';

/** Evidence is a short list, bounded all the same. */
export const evidenceArguments = (arg: ArgBuilder<Types>) => ({
  first: arg.int({
    required: true,
    defaultValue: 20,
    description: 'How many passages at most, 1 to 100.',
  }),
});

const at = (column: (typeof passageColumns)[number]): number => passageColumns.indexOf(column);

/** Its ties to documents, speakers, things and claims are added by `evidence.ts`. */
export const passage = builder.objectRef<PassageValue>('Passage');

builder.objectType(passage, {
  description: 'A place in a document, with our own one-line statement of what it says; never the text itself.',
  interfaces: [node],
  fields: (t) => ({
    line: t.int({
      description: 'First line, from 1; null where the place is a `locator`.',
      resolve: ({ passage: row }) => row[at('line')] as number | null,
    }),
    lineEnd: t.int({
      description: 'Last line.',
      resolve: ({ passage: row }) => row[at('lineEnd')] as number | null,
    }),
    start: t.int({
      description: 'First code point of the stretch, from 0 at the start of `line`.',
      resolve: ({ passage: row }) => row[at('start')] as number | null,
    }),
    end: t.int({
      description: 'Code point after the stretch.',
      resolve: ({ passage: row }) => row[at('end')] as number | null,
    }),
    sha256: t.string({
      description: 'SHA-256 of the UTF-8 bytes of the stretch, hexadecimal.',
      resolve: ({ passage: row }) => row[at('sha256')] as string | null,
    }),
    locator: t.string({
      description: 'Place in the record of an act, for instance `article 50`.',
      resolve: ({ passage: row }) => row[at('locator')] as string | null,
    }),
    headings: t.stringList({
      nullable: { list: false, items: false },
      description: 'Headings of the document that it stands under, the outermost first.',
      resolve: ({ passage: row }) => (row[at('headings')] as string[] | null) ?? [],
    }),
    statement: t.string({
      nullable: false,
      description: 'What the passage says, in our own words.',
      resolve: ({ passage: row }) => String(row[at('statement')]),
    }),
  }),
});
