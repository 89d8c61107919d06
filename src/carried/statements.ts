import { cypherLiteral, withValues } from '../browser/cypher-literal.ts';
import { isInteger } from '../graph/gateway.ts';
import { ownLabels } from '../load/graph-shape.ts';
import type { Sent } from './recorded.ts';

/** A read-only statement that stands for itself. */
export interface CarriedStatement {
  readonly name: string;
  readonly text: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Lines for Neo4j Browser or cypher-shell that set them; whole numbers stay whole, which a LIMIT demands. */
  readonly set: string;
}

/** The Browser draws no more at once. */
const MOST_DRAWN = 300;

const DRAWN_LABELS = ownLabels.filter((label) => ['Thing', 'Passage', 'Comparison'].includes(label));

/** Everything answered with, and every tie between two of them that is not withdrawn, whatever its dates. */
const PICTURE = `MATCH (n:${DRAWN_LABELS.join('|')}) WHERE n.id IN $ids
WITH collect(n) AS answered
UNWIND answered AS n
OPTIONAL MATCH path = (n)-[tie]->(far)
WHERE far IN answered AND tie.retracted = '9999' AND tie.rank <> 'DEPRECATED'
RETURN n, path`;

export function carriedStatement({ statement: { name, text }, parameters }: Sent): CarriedStatement {
  const params = plain(parameters) as Readonly<Record<string, unknown>>;
  const set = Object.entries(params).map(([key, value]) => `:param ${key} => ${cypherLiteral(value)};\n`);
  return { name, text, params, set: set.join('') };
}

/** The statement that draws what was answered; undefined where nothing was. */
export function pictureOf(ids: readonly string[]): CarriedStatement | undefined {
  if (ids.length === 0) return undefined;
  return carriedStatement({
    statement: { name: 'picture of the answer', text: PICTURE },
    parameters: { ids: ids.slice(0, MOST_DRAWN) },
  });
}

/** The same in one, with no parameters. */
export const asOneText = ({ text, params }: CarriedStatement): string => withValues(text, params);

/** JSON has no whole numbers of its own: the driver's become plain ones. */
function plain(value: unknown): unknown {
  if (isInteger(value)) return value.toNumber();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plain(held)]));
}
