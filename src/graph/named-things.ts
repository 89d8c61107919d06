import { farEnd, type TieField, tieFields } from '../../schema/conditions.ts';
import type { NounName } from '../../schema/spec.ts';
import { hasLabel } from './model.ts';
import type { Conditions, Parameter } from './scalar-conditions.ts';
import { scopedTies, soughtTies, tiePattern, wantedLabels } from './scoped-ties.ts';

/** Two ways to what fulfils conditions that name things by their ids. */
export interface NamedThings {
  /** From the named things to each `n`, which is to be taken once. */
  readonly steps: string;
  /** Returns how many `ties` the first step would follow, without reading any. */
  readonly ties: string;
  /** All conditions on an `n` that was found otherwise. */
  readonly whole: string;
}

/** Steps from named things, how many ties the first would follow, and what is left to ask of the node they end at. */
interface Way {
  readonly steps: readonly string[];
  readonly ties: string;
  readonly rest: Conditions;
}

/** What conditions are compiled with. */
interface Compiling {
  readonly parameter: Parameter;
  readonly beginsBy: string;
  /** Conditions on a tie and what it leads to. */
  readonly pair: (edge: string, node: string, row: TieField, conditions: Conditions) => readonly string[];
  /** Names for both that nothing else in the text has. */
  readonly names: () => readonly [edge: string, far: string];
}

/**
 * Finds a way from the things that conditions on ties name by their ids to the nodes those are conditions of. Undefined where none is
 * named, or not by what must be so: then every node is tried.
 */
export function wayFromNamed({ parameter, beginsBy, pair, names }: Compiling) {
  return function wayTo(node: string, noun: NounName, conditions: Conditions): Way | undefined {
    for (const row of tieFields(noun)) {
      const { some, ...others } = (conditions[row.field] ?? {}) as Record<string, Conditions>;
      const ofFar = some?.node as Record<string, Conditions> | undefined;
      if (!some || !ofFar) continue;
      const [edge, far] = names();
      const named = idsOf(ofFar);
      const end = farEnd(row);
      const deeper = named || typeof end !== 'string' ? undefined : wayTo(far, end, ofFar);
      const found = named ?? deeper;
      if (!found) continue;
      const more = [...onlyOf(noun, node, row), ...pair(edge, far, row, { ...some, node: found.rest })];
      const rest = { ...conditions, [row.field]: others };
      if (deeper)
        return { ...deeper, steps: [...deeper.steps, scopedTies(node, row, edge, far, beginsBy, more)], rest };
      const eachNamed = `UNWIND ${parameter(named?.ids)} AS ${far}Id`;
      return {
        steps: [eachNamed, soughtTies(node, row, edge, far, beginsBy, more)],
        ties: `${eachNamed} MATCH (${far}:Thing {id: ${far}Id}) RETURN sum(COUNT { ${tiePattern('', row, '', far)} }) AS ties`,
        rest,
      };
    }
    return undefined;
  };
}

/** The ids one of which a thing must have, and what else is asked of it. */
function idsOf({ id, ...rest }: Record<string, Conditions>): { ids: unknown; rest: Conditions } | undefined {
  if (!id || !('eq' in id || 'in' in id)) return undefined;
  const { eq, in: oneOf, ...more } = id;
  if (oneOf === undefined) return { ids: [eq], rest: { ...rest, id: more } };
  return { ids: oneOf, rest: { ...rest, id: eq === undefined ? more : { ...more, eq } } };
}

/** The label of the noun a tie is asked of, where ties of the row may lead from others too. */
function onlyOf(noun: NounName, node: string, { tie, direction }: TieField): readonly string[] {
  const back = direction === 'forward' ? 'backward' : 'forward';
  const isOnly = typeof (direction === 'forward' ? tie.from : tie.to) === 'string' && !wantedLabels(tie, back);
  return isOnly ? [] : [hasLabel(node, JSON.stringify([noun]))];
}
