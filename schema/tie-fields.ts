import type { GroupedConnection } from '../src/loaders/groups.ts';
import type { Entity, TieValue } from '../src/loaders/values.ts';
import { askedOfTies } from './asked-columns.ts';
import { builder, scalarOf } from './builder.ts';
import { claim } from './claim.ts';
import { placeInTie } from './columns.ts';
import { connectionType, nodesBy, pageArguments, scopeArguments } from './connection.ts';
import { edgeName, edgeStem } from './edge-name.ts';
import { addGroups, pairGroupBy } from './groups.ts';
import { hop } from './hop.ts';
import { pairOrder } from './order.ts';
import type { NounName, PropertySpec, TieSpec } from './spec.ts';
import { nounEnum, nounRef, thing } from './thing.ts';
import { tieInterface } from './tie.ts';
import { nounsAt } from './ties.ts';
import { pairWhere } from './where.ts';

type Direction = TieValue['direction'];

const evidenceFilter = builder.inputType('EvidenceFilter', {
  description: 'Only claims that rest on such a passage; all conditions on one passage.',
  fields: (t) => ({
    document: t.id({ description: 'Id of the source document.' }),
    author: t.id({ description: 'Id of who stands behind the document.' }),
    speaker: t.id({ description: 'Id of whom the passage quotes or reports.' }),
  }),
});

function edgeType(tie: TieSpec, direction: Direction) {
  const far = direction === 'forward' ? tie.to : tie.from;
  const ref = builder.objectRef<TieValue>(edgeName(tie, direction));
  const at = (property: string): number => placeInTie(tie, property);
  builder.objectType(ref, {
    description: `${tie.description} Read from its ${direction === 'forward' ? 'origin' : 'target'}.`,
    interfaces: [claim, tieInterface],
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        nullable: false,
        description: 'Its place in the list.',
      }),
      node: t.field({
        type: typeof far === 'string' ? nounRef(far) : thing,
        nullable: false,
        description: 'The thing at the other end.',
        resolve: (value) => value.far,
      }),
      ...(tie.alsoOfKin && direction === 'backward'
        ? {
            via: t.field({
              type: [hop],
              nullable: { list: false, items: false },
              description:
                'With `includeParts`: from the thing that was asked to the part, predecessor or successor it is a tie of; empty for its own.',
              resolve: (value: TieValue) => value.via ?? [],
            }),
          }
        : {}),
      ...Object.fromEntries(
        Object.entries(tie.properties ?? {}).map(([name, spec]) => {
          const { type, list, required, description } = spec;
          const described = { description, nullable: !required };
          if (typeof type === 'object' && 'ref' in type) {
            const resolve = ({ row, scope }: TieValue) => references(spec, row[at(name)], scope);
            return [
              name,
              list
                ? t.field({
                    ...described,
                    type: [nounRef(type.ref)],
                    nullable: { list: false, items: false },
                    resolve,
                  })
                : t.field({
                    ...described,
                    type: nounRef(type.ref),
                    resolve: (value) => resolve(value)[0] ?? null,
                  }),
            ];
          }
          return [
            name,
            t.field({
              ...described,
              type: scalarOf(type),
              resolve: ({ row }) => row[at(name)] as never,
            }),
          ];
        }),
      ),
    }),
  });
  return ref;
}

/** Things a property names by id; their scalars are read when asked. */
function references({ type, list }: PropertySpec, value: unknown, scope: Entity['scope']): Entity[] {
  if (typeof type === 'string' || !('ref' in type) || value == null) return [];
  const ids = list ? (value as string[]) : [String(value)];
  return ids.map((id) => ({ noun: type.ref, id, row: undefined, scope }));
}

/** Adds the two fields of every row of the table; rows that differ in nothing but their near end share their types. */
export function addTies(ties: readonly TieSpec[]): void {
  const connections = new Map<string, ReturnType<typeof tieConnection>>();

  function tieConnection(tie: TieSpec, direction: Direction) {
    const far = direction === 'forward' ? tie.to : tie.from;
    const connection = connectionType<TieValue, GroupedConnection<TieValue>>({
      name: `${edgeStem(tie, direction)}Connection`,
      description: `${tie.description} In the order of their starts, the earliest or unknown first.`,
      edge: edgeType(tie, direction),
      claims: true,
    });
    builder.objectField(connection, 'nodes', (t) =>
      t.field({
        type: [typeof far === 'string' ? nounRef(far) : thing],
        nullable: { list: false, items: false },
        description: 'The things of the page, one for each claim.',
        resolve: nodesBy((edge) => edge.far),
      }),
    );
    addGroups(connection, pairGroupBy(tie.type, far));
    return connection;
  }

  for (const tie of ties) {
    const askedOf = askedOfTies(tie);
    for (const direction of tie.undirected ? (['forward'] as const) : (['forward', 'backward'] as const)) {
      const stem = edgeStem(tie, direction);
      const connection = connections.get(stem) ?? tieConnection(tie, direction);
      connections.set(stem, connection);
      const [near, far] = direction === 'forward' ? [tie.from, tie.to] : [tie.to, tie.from];
      for (const noun of nounsAt(near)) {
        builder.objectField(nounRef(noun), direction === 'forward' ? tie.forward : tie.backward, (t) =>
          t.field({
            type: connection,
            nullable: false,
            description: fieldDescription(tie, direction, noun),
            args: {
              ...pageArguments(t.arg),
              ...scopeArguments(t.arg),
              orderBy: t.arg({
                type: [pairOrder(tie.type, far)],
                description: 'In this order instead, the first key first, at most 5; equals by id.',
              }),
              where: t.arg({
                type: pairWhere(tie.type, far),
                description: 'Only claims of which this holds.',
              }),
              evidence: t.arg({
                type: evidenceFilter,
                description: 'Only claims with such evidence.',
              }),
              ...(tie.alsoOfKin && direction === 'backward' && hasKin(noun, ties)
                ? {
                    includeParts: t.arg.boolean({
                      description:
                        'Also those of its parts and offices, of what it succeeded and of what succeeded it, and of theirs; `via` says how. One statement for each level of parts.',
                    }),
                  }
                : {}),
              ...(typeof far === 'string'
                ? {}
                : {
                    kinds: t.arg({
                      type: [nounEnum],
                      description: 'Only things of these kinds.',
                    }),
                  }),
            },
            resolve: (entity, args, { load }, info) =>
              load.ties(tie, direction, entity, args as Parameters<typeof load.ties>[3], askedOf(info)),
          }),
        );
      }
    }
  }
}

/** Whether the table ties things of a noun as parts or successors of one another. */
const hasKin = (noun: NounName, ties: readonly TieSpec[]): boolean =>
  ties.some(({ kin, from, to }) => kin && from === noun && to === noun);

function fieldDescription({ sentence, description }: TieSpec, direction: Direction, noun: string): string {
  const said =
    direction === 'forward'
      ? sentence.forward.replace('{from}', `this ${noun}`).replace('{to}', '…')
      : sentence.backward.replace('{to}', `this ${noun}`).replace('{from}', '…');
  return `${description} Each claim reads: ${said}.`;
}
