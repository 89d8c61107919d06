import { parsePartialDate } from '../graph/time.ts';
import type { Scope } from './scope.ts';
import type { Row } from './values.ts';

/** A name as it is stored: see `cypher/read/names.cypher`. */
export interface NameValue {
  readonly text: string;
  readonly language: string;
  readonly script: string | null;
  readonly kind: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly passages: readonly string[];
  readonly scope: Scope;
}

export function readName([text, language, script, kind, validFrom, validTo, passages]: Row, scope: Scope): NameValue {
  return {
    text: String(text),
    language: String(language),
    script: script as string | null,
    kind: String(kind),
    validFrom: validFrom as string | null,
    validTo: validTo as string | null,
    passages: (passages as string[] | null) ?? [],
    scope,
  };
}

/** The graph's own short name is English. */
const SHORT_NAME_LANGUAGE = 'en';
const KINDS = ['OFFICIAL', 'SHORT', 'VARIANT', 'OURS', 'DESCRIPTION', 'FORMER'];

/**
 * The name in the first language wanted that has one on that day, else the short name: never nothing.
 * A language is a BCP 47 tag, with or without script: `kk`, `kk-Latn`, `ru`.
 */
export function pickName(
  short: string,
  names: readonly NameValue[],
  languages: readonly string[],
  asOf: string | null,
): string {
  for (const wanted of languages) {
    const [language, script] = wanted.split('-');
    const fitting = names.filter((name) => name.language === language && (!script || name.script === script));
    const dated =
      asOf === null
        ? undefined
        : best(fitting.filter((name) => validOn(name, asOf) && (name.validFrom ?? name.validTo) !== null));
    if (dated) return dated.text;
    if (language === SHORT_NAME_LANGUAGE && (!script || script === 'Latn')) return short;
    const current = best(
      fitting.filter((name) => name.kind !== 'FORMER' && (asOf === null ? name.validTo === null : validOn(name, asOf))),
    );
    if (current) return current.text;
  }
  return short;
}

const best = (names: readonly NameValue[]): NameValue | undefined =>
  [...names].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))[0];

function validOn({ validFrom, validTo }: NameValue, day: string): boolean {
  const from = validFrom === null ? undefined : parsePartialDate(validFrom);
  const to = validTo === null ? undefined : parsePartialDate(validTo);
  return (!from || from.earliest <= day) && (!to || day < to.latest);
}
