import { randomNumbers } from './generated-graph.ts';

/** What a question asks of a list and, where it has ties, of the lists within: each peer prints it in its own words. */
export interface Shape {
  /** `laws`, or the name of a tie. */
  readonly field: string;
  readonly alias?: string;
  readonly first: number;
  readonly totalCount: boolean;
  /** Of each edge; with none, nodes are asked without their edges. */
  readonly edge: readonly string[];
  readonly scalars: readonly string[];
  readonly ties: readonly Shape[];
}

interface TieRow {
  readonly to: Noun;
  readonly edge: readonly string[];
}

const nouns = ['institutions', 'reforms', 'laws'] as const;
type Noun = (typeof nouns)[number];

const tie = (to: Noun, ...edge: readonly string[]): TieRow => ({ to, edge: ['validFrom', ...edge] });

const ties: Readonly<Record<Noun, Readonly<Record<string, TieRow>>>> = {
  institutions: {
    affectedBy: tie('reforms', 'mechanism'),
    partOf: tie('institutions'),
    consentsTo: tie('institutions'),
    consentedBy: tie('institutions'),
  },
  reforms: { affects: tie('institutions', 'mechanism'), enactedBy: tie('laws') },
  laws: {
    enacts: tie('reforms'),
    adoptedBy: tie('institutions'),
    amends: tie('laws'),
    amendedBy: tie('laws'),
  },
};

const scalars = ['id', 'name', 'kind', 'summary'];
const LEVELS = 3;
const LARGEST = { root: 20, tie: 5 } as const;

const random = randomNumbers(11);
const oneOf = <T>(all: readonly T[]): T => all[random(all.length)] as T;
const some = <T>(all: readonly T[]): readonly T[] => all.filter(() => random(2));
const atLeastOne = <T>(all: readonly T[]): readonly T[] => {
  const chosen = some(all);
  return chosen.length > 0 ? chosen : [oneOf(all)];
};
const aliasOf = (field: string): { alias?: string } => (random(2) ? { alias: `${field}${1 + random(9)}` } : {});

function draw(field: string, noun: Noun, edge: readonly string[], largest: number, levels: number): Shape {
  const names = levels > 1 ? atLeastOne(Object.keys(ties[noun])).slice(0, 2) : [];
  return {
    field,
    ...aliasOf(field),
    first: 1 + random(largest),
    totalCount: random(4) === 0,
    edge,
    scalars: atLeastOne(scalars),
    ties: names.map((name) => {
      const { to, edge } = ties[noun][name] as TieRow;
      return draw(name, to, some(edge), LARGEST.tie, levels - 1);
    }),
  };
}

const shapes: Shape[] = [];
const drawn = new Set<string>();

/** The shapes of questions that are asked once: each number has its own, the same in every run. */
export function coldShape(at: number): Shape {
  while (shapes.length <= at) {
    const noun = oneOf(nouns);
    // All things of a noun are not counted: planning is to show, not the size of the graph.
    const shape = { ...draw(noun, noun, [], LARGEST.root, 1 + random(LEVELS)), totalCount: false };
    const text = JSON.stringify(shape);
    if (drawn.has(text)) continue;
    drawn.add(text);
    shapes.push(shape);
  }
  return shapes[at] as Shape;
}
