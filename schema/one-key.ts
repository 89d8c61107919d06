import type { InputRef } from '@pothos/core';
import { builder, type EnumRef } from './builder.ts';
import type { Conditions } from './filters.ts';

export interface KeyField {
  readonly type: InputRef<Conditions> | EnumRef;
  readonly description: string;
}

const made = new Map<string, InputRef<Conditions>>();

/** An input that names one key, so that the order of a list of them is the order of the keys; each type once. */
export function oneKeyInput(
  name: string,
  description: string,
  fields: () => Readonly<Record<string, KeyField>>,
): InputRef<Conditions> {
  const found = made.get(name);
  if (found) return found;
  const ref = builder.inputRef<Conditions>(name);
  made.set(name, ref);
  ref.implement({
    description: `${description} One key only: further ones stand in entries of their own.`,
    isOneOf: true,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields()).map(([field, options]) => [field, t.field(options as never)]),
      ) as never,
  });
  return ref;
}
