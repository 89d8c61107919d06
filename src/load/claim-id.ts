import { createHash } from 'node:crypto';
import type { SeedName, SeedTie } from './seed-types.ts';

/** `PART_OF` as it stands in ids: `part-of`. */
export const kebabType = (type: string): string => type.toLowerCase().replaceAll('_', '-');

/** Sixteen hexadecimal digits that stand for the parts and nothing else. */
export const fingerprint = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** The ends as stored: those of a tie without direction stand in the order of their ids. */
export function endsOf({ spec, from, to }: Pick<SeedTie, 'spec' | 'from' | 'to'>): { fromId: string; toId: string } {
  return spec.undirected && to < from ? { fromId: to, toId: from } : { fromId: from, toId: to };
}

/** A claim is the same as long as type, ends, own properties, modality and dates are; passages, rank and note are not part of it. */
export function claimId(tie: SeedTie): string {
  const { fromId, toId } = endsOf(tie);
  const { modality, validFrom = null, validTo = null, end = null } = tie;
  return `claim/${kebabType(tie.spec.type)}/${fingerprint(tie.spec.type, fromId, toId, sorted(tie.own), modality, validFrom, validTo, end)}`;
}

/** Id of a name and of the tie that gives it to a thing. */
export const nameId = (thing: string, name: SeedName): string =>
  `name/${fingerprint(thing, name.text, name.language, name.script, name.kind, name.validFrom ?? null, name.validTo ?? null)}`;

/** Id of a tie of the evidence layer. */
export const linkId = (type: string, from: string, to: string, own: Readonly<Record<string, string>> = {}): string =>
  `${kebabType(type)}/${fingerprint(type, from, to, sorted(own))}`;

/** Properties in an order of their own, so that the order in the file does not count; nor does it in lists. */
const sorted = (own: Readonly<Record<string, unknown>>): unknown[] =>
  Object.keys(own)
    .sort()
    .map((key) => [key, Array.isArray(own[key]) ? [...(own[key] as unknown[])].sort() : own[key]]);
