import { nouns } from '../../../schema/nouns.ts';
import type { NounName, PropertySpec } from '../../../schema/spec.ts';
import { nounsAt } from '../../../schema/ties.ts';
import { claimId, nameId } from '../claim-id.ts';
import { nearestWords } from '../nearest-words.ts';
import { describeSpot, type Located } from '../problem.ts';
import { describeTie, type Rules, type SeedIndex } from './rule.ts';

/** Somewhere an id of a thing stands, and the nouns that may be named there. */
interface Reference {
  readonly record: Located;
  readonly key: string;
  readonly id: string;
  readonly allowed?: readonly NounName[];
  /** Is it the far end of a tie? */
  readonly isEnd?: true;
}

function* references({ things, passages, merged, comparisons }: SeedIndex): Generator<Reference> {
  for (const thing of things) {
    yield* ownReferences(thing, nouns[thing.noun].properties, thing.scalars);
    for (const tie of thing.ties) {
      yield {
        record: tie,
        key: 'to',
        id: tie.to,
        allowed: nounsAt(tie.spec.to),
        isEnd: true,
      };
      yield* ownReferences(tie, tie.spec.properties ?? {}, tie.own);
    }
  }
  for (const passage of passages) {
    yield {
      record: passage,
      key: 'document',
      id: passage.document,
      allowed: ['SourceDocument'],
    };
    if (passage.spokenBy)
      yield {
        record: passage,
        key: 'spokenBy',
        id: passage.spokenBy,
        allowed: ['Official'],
      };
    for (const mention of passage.mentions) yield { record: mention, key: 'to', id: mention.to };
  }
  for (const one of merged) yield { record: one, key: 'into', id: one.into };
  for (const comparison of comparisons) {
    for (const id of comparison.over) yield { record: comparison, key: 'over', id };
    if (comparison.settledBy) yield { record: comparison, key: 'settledBy', id: comparison.settledBy };
    for (const side of comparison.sides) {
      if (!side.claim) continue;
      if ('figure' in side.claim) yield { record: side, key: 'claim', id: side.claim.figure, allowed: ['Figure'] };
      else for (const id of [side.claim.of, side.claim.to]) yield { record: side, key: 'claim', id };
    }
  }
}

function* ownReferences(
  record: Located,
  specs: Readonly<Record<string, PropertySpec>>,
  values: Readonly<Record<string, unknown>>,
): Generator<Reference> {
  for (const [key, { type }] of Object.entries(specs)) {
    if (typeof type !== 'object' || !('ref' in type)) continue;
    for (const id of [values[key] ?? []].flat()) yield { record, key, id: String(id), allowed: [type.ref] };
  }
}

/** Everything that cites passages, and the name under which a message knows it. */
export function* citations({ things, claims, comparisons }: SeedIndex) {
  for (const thing of things) {
    if (!thing.claim) yield { record: thing, what: thing.id, passages: thing.passages };
    for (const name of thing.names) {
      yield {
        record: name,
        what: `the name "${name.text}" of ${thing.id}`,
        passages: name.passages,
        kind: name.kind,
      };
    }
  }
  for (const { claim, what } of claims) {
    yield { record: claim, what, passages: claim.passages };
    if (claim.datedBy) yield { record: claim, key: 'datedBy', what: `the dates of ${what}`, passages: claim.datedBy };
  }
  for (const { id, sides } of comparisons) {
    for (const side of sides) yield { record: side, key: 'passage', what: `a side of ${id}`, passages: [side.passage] };
  }
}

const like = (id: string, known: ReadonlyMap<string, unknown>): string => {
  const near = nearestWords(id, [...known.keys()]);
  return near.length > 0 ? `did you mean ${near.join(' or ')}? Else add it` : 'add it, or correct the id';
};

export const idRules: Rules = {
  BAD_ID: ({ things, passages, comparisons }, refuse) => {
    for (const thing of things) {
      const { prefix } = nouns[thing.noun];
      if (thing.id.startsWith(`${prefix}/`)) continue;
      refuse(thing, 'id', `${thing.id} stands among things of ${thing.noun}`, `begin it with ${prefix}/, or move it`);
    }
    for (const { id, ...comparison } of comparisons) {
      if (id.startsWith('comparison/')) continue;
      refuse(comparison, 'id', `${id} stands among comparisons`, 'begin it with comparison/, or move it');
    }
    for (const passage of passages) {
      const { id, document, place } = passage;
      const wanted = `${document.replace(/^[^/]+/, 'passage')}/`;
      const rest = id.startsWith(wanted) ? id.slice(wanted.length) : undefined;
      if (rest === undefined) refuse(passage, 'id', `${id} is no passage of ${document}`, `begin it with ${wanted}`);
      else if (place.line !== undefined && place.line > 0 && rest.replace(/[a-z]$/, '') !== String(place.line)) {
        refuse(
          passage,
          'id',
          `${id} is on line ${place.line}`,
          `write ${wanted}${place.line}, with a letter for a second one`,
        );
      }
    }
  },

  DUPLICATE_ID: ({ things, passages, merged, comparisons, measures, releases }, refuse) => {
    const seen = new Map<string, Located>();
    const once = (record: Located, key: string, id: string): void => {
      const first = seen.get(id);
      if (first) refuse(record, key, `${id} is given at ${describeSpot(first)} too`, 'keep one, or give it another id');
      else seen.set(id, record);
    };
    for (const thing of things) once(thing, 'id', thing.id);
    for (const thing of things) for (const identifier of thing.identifiers) once(thing, 'identifiers', identifier);
    for (const passage of passages) once(passage, 'id', passage.id);
    for (const one of [...merged, ...comparisons]) once(one, 'id', one.id);
    for (const measure of measures) once(measure, 'measure', `the measure ${measure.measure}`);
    for (const release of releases) once(release, 'name', `the release ${release.name}`);
  },

  DUPLICATE_TIE: ({ things, passages, ties, comparisons }, refuse) => {
    const seen = new Map<string, Located>();
    const once = (record: Located, id: string, what: string, hint: string): void => {
      const first = seen.get(id);
      if (first) refuse(record, undefined, `${what} is given at ${describeSpot(first)} too`, hint);
      else seen.set(id, record);
    };
    for (const tie of ties) once(tie, claimId(tie), describeTie(tie), 'make it one tie with the passages of both');
    for (const thing of things) {
      for (const name of thing.names) once(name, nameId(thing.id, name), `the name "${name.text}"`, 'keep one of them');
    }
    for (const passage of passages) {
      for (const mention of passage.mentions) {
        const { to, as } = mention;
        once(mention, JSON.stringify([passage.id, to, as]), `the mention of ${to} as "${as}"`, 'keep one of them');
      }
    }
    for (const { id, sides } of comparisons) {
      for (const side of sides) {
        const { passage, says } = side;
        once(side, JSON.stringify([id, passage, says]), `the side of ${passage}`, 'keep one of them');
      }
    }
  },

  SELF_TIE: ({ ties }, refuse) => {
    for (const tie of ties) {
      if (tie.from === tie.to) refuse(tie, 'to', `${describeTie(tie)} leads to itself`, 'name the other end');
    }
  },

  DANGLING_ID: (seed, refuse) => {
    for (const { record, key, id } of references(seed)) {
      if (!seed.byId.has(id)) refuse(record, key, `${key}: there is no ${id}`, like(id, seed.byId));
    }
    for (const { record, key = 'passages', passages } of citations(seed)) {
      for (const id of passages) {
        if (!seed.passageById.has(id)) refuse(record, key, `there is no ${id}`, like(id, seed.passageById));
      }
    }
  },

  WRONG_END: (seed, refuse) => {
    for (const { record, key, id, allowed, noun } of misplaced(seed, true)) {
      const hint = `this tie leads to ${allowed.join(', ')}; use the field for ${noun}, or name another thing`;
      refuse(record, key, `${id} is of the noun ${noun}`, hint);
    }
  },

  WRONG_NOUN: (seed, refuse) => {
    for (const { record, key, id, allowed, noun } of misplaced(seed, false)) {
      refuse(record, key, `${key}: ${id} is of the noun ${noun}`, `name a thing of the noun ${allowed.join(', ')}`);
    }
  },
};

/** References to things of a noun that is not allowed there: ends of ties, or all others. */
function* misplaced(seed: SeedIndex, ends: boolean) {
  for (const { record, key, id, allowed, isEnd } of references(seed)) {
    const noun = seed.byId.get(id)?.noun;
    if (noun && allowed && !allowed.includes(noun) && (isEnd ?? false) === ends)
      yield { record, key, id, allowed, noun };
  }
}
