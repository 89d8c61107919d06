import { type Asked, KEPT } from './asked-for.ts';
import { type Html, html } from './html.ts';

/** Parameters that a form keeps: language and day, where no others are named. */
export const hiddenInputs = ({ parameters }: Pick<Asked, 'parameters'>, names: readonly string[] = KEPT): Html[] =>
  names.flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}">`];
  });
