import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** One place of the contract into which a client writes a text. */
export interface TextArgument {
  /** For instance `Law.amends(after)` or `Query.laws(where.name.eq)`. */
  readonly name: string;
  readonly parent: string;
  readonly type: 'String' | 'ID';
  /** The field with the text of a variable in its place, as `$p`. */
  readonly ask: (variable: string) => string;
}

export interface TextArguments {
  /** All there are; an input type counts once under each input type or field that holds it. */
  readonly all: readonly TextArgument[];
  /** How often one is written in the contract, with every repetition of input types. */
  readonly occurrences: number;
  /** Puts fields of a type into a question that reaches things of that type. */
  readonly reach: (parent: string, fields: string) => string;
}

type Field = GraphQLField<unknown, unknown>;

const MOST_INPUTS = 2;
const SENATE = '"institution/kz/senate"';
/** Of arguments that must be given: by the field's name and its own, or its own alone. */
const SAMPLES: Readonly<Record<string, string>> = {
  'passage.id': '"passage/kz/000/13"',
  to: '"institution/kz/kurultai"',
  of: SENATE,
  from: SENATE,
  id: SENATE,
  'common.of': `[${SENATE}, "institution/kz/mazhilis"]`,
  ids: `[${SENATE}]`,
  query: '"senate"',
  prefix: '"sen"',
};
const DAYS: Readonly<Record<string, string>> = { from: '"2020-01-01"', to: '"2026-01-01"' };
/** Of what is neither text nor enum nor object. */
const PLAIN: Readonly<Record<string, string>> = { Int: '1', Boolean: 'true', DateTime: '"2026-11-22T00:00:00Z"' };

/** Every String and ID argument of every field that can be reached, and of the input objects in them to a depth of two. */
export function textArguments(schema: GraphQLSchema): TextArguments {
  const ways = waysTo(schema);
  const all: TextArgument[] = [];
  const seen = new Set<string>();
  let occurrences = 0;

  for (const parent of ways.keys()) {
    const type = schema.getType(parent);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) for (const arg of field.args) leaves(parent, field, arg);
  }

  function leaves(parent: string, field: Field, arg: GraphQLArgument): void {
    const walk = (
      at: GraphQLInputType,
      path: readonly string[],
      inputs: number,
      holder: string,
      wrap: (value: string) => string,
    ): void => {
      if (isNonNullType(at)) {
        walk(at.ofType, path, inputs, holder, wrap);
        return;
      }
      if (isListType(at)) {
        walk(at.ofType, path, inputs, holder, (value) => wrap(`[${value}]`));
        return;
      }
      if (isInputObjectType(at)) {
        if (inputs === MOST_INPUTS) return;
        const isNew = holder !== OLD && !seen.has(`${inputs} ${holder} ${at.name}`);
        if (isNew) seen.add(`${inputs} ${holder} ${at.name}`);
        for (const { name, type } of Object.values(at.getFields())) {
          const inner = (value: string): string => wrap(`{ ${name}: ${value} }`);
          walk(type, [...path, name], inputs + 1, isNew ? at.name : OLD, inner);
        }
        return;
      }
      if (at.name !== 'String' && at.name !== 'ID') return;
      occurrences += 1;
      if (holder === OLD) return;
      all.push({
        name: `${parent}.${field.name}(${path.join('.')})`,
        parent,
        type: at.name,
        ask: (variable) => fieldText(field, { [arg.name]: wrap(variable) }, schema),
      });
    };
    // An input object asked under many fields is gone through once.
    walk(arg.type, [arg.name], 0, '', (value) => value);
  }

  return { all, occurrences, reach: (parent, fields) => ofTied((ways.get(parent) ?? ((inner) => inner))(fields)) };
}

/** Of a list whose things are asked for ties, those that have some: the first five may have none. */
const ofTied = (question: string): string =>
  question.replace(
    /^\{ (\w+)\(first: 5\) \{ nodes \{ (\w+)\(first: 5\) \{ edges/,
    '{ $1(first: 5, where: { $2: { some: {} } }) { nodes { $2(first: 5) { edges',
  );

const OLD = '(met before)';

/** A field with the arguments it must have, and a selection that makes it read what it reads. */
function fieldText(field: Field, given: Readonly<Record<string, string>>, schema: GraphQLSchema): string {
  const args = requiredOf(field, given);
  return `${field.name}${args}${selectionOf(getNamedType(field.type), schema, 2)}`;
}

function requiredOf(field: Field, given: Readonly<Record<string, string>> = {}): string {
  const args = field.args.flatMap(({ name, type, defaultValue }) => {
    if (given[name] !== undefined) return [`${name}: ${given[name]}`];
    const isRequired = isNonNullType(type) && defaultValue === undefined;
    return isRequired ? [`${name}: ${sampleOf(field.name, name, type)}`] : [];
  });
  return args.length > 0 ? `(${args.join(', ')})` : '';
}

function sampleOf(field: string, arg: string, type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (named.name === 'Date') return DAYS[arg] ?? '"2022-12-31"';
  const known = SAMPLES[`${field}.${arg}`] ?? SAMPLES[arg];
  if (known !== undefined) return known;
  if (isEnumType(named)) return named.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(named)) {
    const [first] = Object.values(named.getFields());
    return first ? `{ ${first.name}: ${sampleOf(field, first.name, first.type)} }` : '{}';
  }
  return PLAIN[named.name] ?? '"x"';
}

/** Nodes of a connection where there are some, else own values. */
function selectionOf(type: GraphQLNamedOutputType, schema: GraphQLSchema, depth: number): string {
  if (isLeafType(type)) return '';
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const nodes = fields.find(({ name }) => name === 'nodes' || name === 'groups');
  if (nodes && depth > 0) return ` { ${nodes.name}${selectionOf(getNamedType(nodes.type), schema, depth - 1)} }`;
  const plain = fields.find(({ type: one, args }) => isLeafType(getNamedType(one)) && args.length === 0);
  return ` { ${plain ? plain.name : '__typename'} }`;
}

/** Ways that the walk would not take, though they lead to more. */
const KNOWN_WAYS: Readonly<Record<string, string>> = {
  Passage: 'passage(id: "passage/kz/000/13")',
  // Of several nouns that have the field, the first has no such ties in the seed.
  LedToFromThingEdge: 'topics(first: 5) { nodes { resultedFrom(first: 5) { edges',
  ProposedByToThingEdge: 'reforms(first: 5) { nodes { proposedBy(first: 5) { edges',
};

/** With the brackets that it leaves open. */
const closed = (text: string): string => {
  const count = (bracket: string): number => text.split(bracket).length;
  return text + ' }'.repeat(count('{') - count('}'));
};

/** What the walk may take: the easier ways first, since more lies behind them. */
const PASSES = [
  { abstract: false, required: false },
  { abstract: true, required: false },
  { abstract: true, required: true },
] as const;

/** How a question reaches each type that can be asked: the shortest way, and one that needs no argument where there is one. */
function waysTo(schema: GraphQLSchema): ReadonlyMap<string, (inner: string) => string> {
  const query = schema.getQueryType() as GraphQLObjectType;
  const ways = new Map<string, (inner: string) => string>([[query.name, (inner) => `{ ${inner} }`]]);
  for (const pass of PASSES) {
    const open = [...ways.keys()];
    for (let parent = open.shift(); parent !== undefined; parent = open.shift()) {
      const type = schema.getType(parent);
      const way = ways.get(parent) as (inner: string) => string;
      for (const field of isObjectType(type) ? Object.values(type.getFields()) : []) {
        for (const [name, step] of stepsOf(field, schema, pass)) {
          if (ways.has(name)) continue;
          ways.set(name, (inner) => way(step(inner)));
          open.push(name);
        }
      }
    }
  }
  for (const [name, way] of Object.entries(KNOWN_WAYS)) ways.set(name, (inner) => closed(`{ ${way} { ${inner}`));
  return ways;
}

/** The types a field leads to, and how. */
function stepsOf(
  field: Field,
  schema: GraphQLSchema,
  pass: (typeof PASSES)[number],
): readonly [name: string, step: (inner: string) => string][] {
  // One thing is asked by one of two arguments, neither of which must be given: the list of all is the easier way.
  if (field.args.some(({ name }) => name === 'identifier')) return [];
  if (
    !pass.required &&
    field.args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
  ) {
    return [];
  }
  const target = getNamedType(field.type);
  const args = requiredOf(field, field.args.some(({ name }) => name === 'first') ? { first: '5' } : {});
  if (isObjectType(target)) return [[target.name, (inner) => `${field.name}${args} { ${inner} }`]];
  if (!isAbstractType(target) || !pass.abstract) return [];
  return schema
    .getPossibleTypes(target)
    .map(({ name }) => [name, (inner) => `${field.name}${args} { ... on ${name} { ${inner} } }`]);
}
