import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Lists of a type's members; from each of them every type can be reached again. */
const MEMBERS = new Set(['fields', 'inputFields', 'enumValues', 'interfaces', 'possibleTypes']);
/** Lists that one answer may hold under one name only. */
const LISTS = new Set([...MEMBERS, 'types', 'args']);

/** Refuses questions about the schema that would tell of it many times over. What tools ask to know all of it passes. */
export const limitIntrospection: Plugin = {
  onValidate({ addValidationRule }) {
    addValidationRule(() => ({ Document: checkIntrospection }));
  },
};

function checkIntrospection({ definitions }: DocumentNode): void {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  for (const one of definitions) if (one.kind === Kind.OPERATION_DEFINITION) checkOperation(one, fragments);
}

/** Where a selection stands: outside of introspection, in it, or in which members of a type. */
type Place = string;

function checkOperation(
  { selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  const schemas = new Set<string>();
  const seen = new Set<string>();

  function check({ selections }: SelectionSetNode, place: Place): void {
    for (const one of selections) {
      if (one.kind === Kind.INLINE_FRAGMENT) check(one.selectionSet, place);
      else if (one.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(one.name.value);
        const key = `${one.name.value} ${place}`;
        if (!fragment || seen.has(key)) continue;
        seen.add(key);
        check(fragment.selectionSet, place);
      } else {
        const name = one.name.value;
        const answersAs = (one.alias ?? one.name).value;
        if (name === '__schema' && schemas.add(answersAs).size > 1)
          refuse(`may ask for "__schema" once, but asks for it as ${list(schemas)}.`);
        if (place !== 'outside' && LISTS.has(name) && answersAs !== name)
          refuse(`may ask the schema for "${name}" under that name only, but asks for it as ${list([answersAs])}.`);
        const isMember = place !== 'outside' && MEMBERS.has(name);
        if (isMember && MEMBERS.has(place)) refuse(`may not ask for "${name}" within "${place}" of the schema.`);
        const begins = name === '__schema' || name === '__type' ? 'inside' : place;
        if (one.selectionSet) check(one.selectionSet, isMember ? name : begins);
      }
    }
  }

  check(selectionSet, 'outside');
}

const list = (names: Iterable<string>): string => [...names].map((name) => `"${name.slice(0, 100)}"`).join(' and ');

function refuse(message: string): never {
  throw new GraphQLError(
    `A question ${message} Ask for the names of types there, and for the members of one by __type(name: "…").`,
    { extensions: { code: 'QUERY_TOO_COSTLY' } },
  );
}
