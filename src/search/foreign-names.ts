import { readFileSync } from 'node:fs';
import { ReformgraphError } from '../errors.ts';
import { FLOOR, OPEN } from '../graph/time.ts';
import { type DesiredGraph, makeNode } from '../load/graph-shape.ts';
import { searchKeys } from './name-form.ts';

/** A list of names that is no part of the project: names with the same id are those of one person. */
export interface ForeignName {
  readonly name: string;
  readonly person: string;
  /** Every name is a thing of its own here, so that one can be looked for by another. */
  readonly id: string;
}

/** Reads lines of `name,id` under such a header. */
export function readForeignNames(path: string): readonly ForeignName[] {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  if (header !== 'name,id') {
    throw new ReformgraphError(
      'BAD_CONFIGURATION',
      `${path} must begin with the line "name,id", but begins with "${header?.slice(0, 60)}".`,
    );
  }
  return lines.map((line, at) => {
    const comma = line.lastIndexOf(',');
    return { name: line.slice(0, comma), person: line.slice(comma + 1), id: `official/measured/n${at}` };
  });
}

/** A graph with nothing but these names. */
export const graphOfNames = (names: readonly ForeignName[]): DesiredGraph => ({
  nodes: names.map(({ id, name }) =>
    makeNode(id, ['Official', 'Thing'], {
      ...{ name, searchKeys: searchKeys([name]), since: FLOOR, until: OPEN, recordedAt: FLOOR, retracted: OPEN },
    }),
  ),
  ties: [],
});
