import { nounNames } from '../../schema/nouns.ts';
import { ownDates } from '../../schema/own-dates.ts';
import type { Graph, Statement } from './graph.ts';
import {
  CHANGE_COLUMNS,
  COMPARISON_KEY_COLUMNS,
  KEY_COLUMNS,
  linkTypes,
  ownDateColumns,
  SOUGHT_BY,
  THING_KEY_COLUMNS,
  tieTypes,
} from './model.ts';
import { readStatementFiles, statementFile } from './statements.ts';

const lower = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** Constraints and indexes of every tie type and noun, made from the tables; named `<label or type>_<what>_<kind>`. */
export function compiledSetup(): readonly Statement[] {
  const relationships = [...tieTypes, ...linkTypes];
  const ends = (type: string): readonly string[] => SOUGHT_BY[type] ?? ['fromId', 'toId'];
  const ofNodes = (label: string, what: string, names: readonly string[]): Statement => ({
    name: `${lower(label)}_${what}_range`,
    text: `CREATE INDEX ${lower(label)}_${what}_range IF NOT EXISTS FOR (n:${label}) ON (${columns('n', names)})`,
  });
  const ofTies = (type: string, what: string, names: readonly string[]): Statement => ({
    name: `${lower(type)}_${what}_range`,
    text: `CREATE INDEX ${lower(type)}_${what}_range IF NOT EXISTS FOR ()-[e:${type}]-() ON (${columns('e', names)})`,
  });
  const columns = (variable: string, names: readonly string[]): string =>
    names.map((name) => `${variable}.${name}`).join(', ');
  return [
    ...relationships.map((type) => ({
      name: `${lower(type)}_id_unique`,
      text: `CREATE CONSTRAINT ${lower(type)}_id_unique IF NOT EXISTS FOR ()-[e:${type}]-() REQUIRE e.id IS UNIQUE`,
    })),
    ...relationships.flatMap((type) => ends(type).map((end) => ofTies(type, lower(end), [end, ...KEY_COLUMNS]))),
    ...Object.entries(CHANGE_COLUMNS).map(([change, names]) => ofTies('SUPPORTS', change.toLowerCase(), names)),
    ...nounNames.map((noun) => ofNodes(noun, 'list', THING_KEY_COLUMNS)),
    ofNodes('Comparison', 'list', COMPARISON_KEY_COLUMNS),
    ...Object.keys(ownDates).map((date) => ofNodes('Thing', lower(date), ownDateColumns(date))),
  ];
}

/** Creates what is missing and waits until it can be used; returns how many were created. */
export async function setUpGraph(graph: Graph, progress: (message: string) => void = () => undefined): Promise<number> {
  const present = new Set((await graph.read(statementFile('read/index-names'))).map(([name]) => name));
  const files = [...readStatementFiles().values()].filter(({ folder }) => folder === 'setup');
  const wanted = [
    ...files.map(({ name, text }) => ({
      name: name.replace(/^setup\//, '').replaceAll('-', '_'),
      text,
    })),
    ...compiledSetup(),
  ];
  const missing = wanted.filter(({ name }) => !present.has(name));
  // One after the other: side by side they wait for each other's locks for ever.
  for (const [made, statement] of missing.entries()) {
    if (made % 25 === 0) progress(`making constraints and indexes: ${made} of ${missing.length}`);
    await graph.setup(statement);
  }
  if (missing.length > 0) await graph.setup(statementFile('read/await-indexes'));
  return missing.length;
}
