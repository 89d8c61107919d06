import { enums } from '../../schema/enums.ts';
import type { RuleCode } from '../../schema/rule-codes.ts';
import type { EnumSpec, PropertySpec } from '../../schema/spec.ts';
import { isDay } from '../graph/time.ts';
import { partialDate } from './dates.ts';
import { suggest } from './nearest-words.ts';
import type { YamlValue } from './yaml-values.ts';

/** What a key of the seed may hold: a type of the contract, or one of those that only the seed has. */
export type ScalarType =
  | PropertySpec['type']
  | 'Id'
  | 'Identifier'
  | 'Day'
  | 'Boolean'
  | 'Language'
  | 'Script'
  | { readonly oneOf: readonly string[]; readonly meanings?: readonly string[] }
  /** An id that begins with one of these; that it does is for the rules to say. */
  | { readonly idOf: readonly string[] };

export type Scalar = string | number | boolean;

/** Why a value was not taken. */
export interface Refusal {
  readonly rule: RuleCode;
  readonly message: string;
  readonly hint: string;
}

export const isRefusal = (answer: Scalar | Refusal): answer is Refusal => typeof answer === 'object';

/** Lower-case letters, digits, dots and hyphens in three or more parts: `institution/kz/senate`. */
export const ID = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*){2,}$/;
export const IDENTIFIER = /^[a-z][a-z0-9-]*:\S+$/;
export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const SCRIPT = /^[A-Z][a-z]{3}$/;
const DATE_HINT =
  'write 2022, 2022-06, 2022-06-05, "[2021..2023]", "../2021-04" or "2024/.."; leave out what is unknown';

/** Reads one scalar as the type its key needs. */
export function readScalar(value: YamlValue, type: ScalarType): Scalar | Refusal {
  if (typeof type === 'string') return readers[type](value);
  if ('ref' in type || 'idOf' in type) return readers.Id(value);
  const allowed =
    'enum' in type ? Object.keys((enums as Record<string, EnumSpec>)[type.enum]?.values ?? {}) : type.oneOf;
  const text = readText(value);
  if (isRefusal(text) || allowed.includes(text)) return text;
  return {
    rule: 'UNKNOWN_VALUE',
    message: `${quote(value)} is not a value of this key`,
    hint: suggest(text, allowed),
  };
}

const readers: Record<Extract<ScalarType, string>, (value: YamlValue) => Scalar | Refusal> = {
  String: readText,
  Int: (value) =>
    Number.isSafeInteger(value.content) ? (value.content as number) : wrongType(value, 'a whole number'),
  Float: ({ content, ...rest }) =>
    typeof content === 'number' && Number.isFinite(content) ? content : wrongType({ content, ...rest }, 'a number'),
  Boolean: (value) => (typeof value.content === 'boolean' ? value.content : wrongType(value, 'true or false')),
  PartialDate: (value) => {
    const text = typeof value.content === 'number' ? value.source : value.content;
    if (typeof text !== 'string') return wrongType(value, 'a date');
    if (partialDate(text)) return text;
    return {
      rule: 'BAD_DATE',
      message: `${quote(value)} is no date`,
      hint: DATE_HINT,
    };
  },
  Day: (value) =>
    typeof value.content === 'string' && isDay(value.content)
      ? value.content
      : {
          rule: 'BAD_DATE',
          message: `${quote(value)} is no day`,
          hint: 'write a calendar day such as 2026-11-22',
        },
  Url: matching(isWebAddress, 'WRONG_TYPE', 'no web address', 'write the whole address, https:// included'),
  Id: matching(
    ID,
    'BAD_ID',
    'no id',
    'write small Latin letters, digits, dots and hyphens, as in institution/kz/senate',
  ),
  Identifier: matching(IDENTIFIER, 'BAD_ID', 'no identifier', 'write scheme:value, as in act-code:104322'),
  Language: matching(LANGUAGE, 'WRONG_TYPE', 'no language tag', 'write a BCP 47 tag such as en, kk or ru'),
  Script: matching(SCRIPT, 'WRONG_TYPE', 'no script', 'write an ISO 15924 code such as Latn or Cyrl'),
};

function matching(
  test: RegExp | ((text: string) => boolean),
  rule: RuleCode,
  what: string,
  hint: string,
): (value: YamlValue) => Scalar | Refusal {
  return (value) => {
    const text = readText(value);
    if (isRefusal(text)) return text;
    const fits = typeof test === 'function' ? test(text) : test.test(text);
    return fits ? text : { rule, message: `${quote(value)} is ${what}`, hint };
  };
}

function readText(value: YamlValue): string | Refusal {
  if (typeof value.content === 'number' || typeof value.content === 'boolean') {
    return {
      ...wrongType(value, 'a text'),
      hint: `put it in quotes: "${value.source ?? value.content}"`,
    };
  }
  if (typeof value.content !== 'string' || value.content.trim() === '') return wrongType(value, 'a text');
  const text = value.content.trim();
  return text.includes('\n')
    ? {
        ...wrongType(value, 'a text of one line'),
        hint: 'write it on one line, or fold it with ">-"',
      }
    : text;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

const wrongType = (value: YamlValue, wanted: string): Refusal => ({
  rule: 'WRONG_TYPE',
  message: `${quote(value)} is not ${wanted}`,
  hint: value.content === null ? 'leave the key out, or give it a value' : `write ${wanted}`,
});

/** A value as a message shows it. */
export function quote({ content, source }: YamlValue): string {
  if (content === null) return 'nothing';
  if (typeof content !== 'object') return `"${source ?? content}"`;
  return content instanceof Map ? 'a map' : 'a list';
}
