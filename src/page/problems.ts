import { type AddressProblem, addressOf } from './asked-for.ts';
import { html } from './html.ts';
import type { Page, PageProblem, View } from './view.ts';

export function badAddress({ say }: View, problems: readonly AddressProblem[]): Page {
  const told = problems.map(({ parameter, got }) => {
    if (parameter === 'lang') return say('badLang', { got });
    if (parameter === 'asOf') return say('badAsOf', { got });
    return say('badParameter', { parameter, got });
  });
  return {
    status: 400,
    code: 'BAD_USER_INPUT',
    title: say('badAddressTitle'),
    day: 'NONE',
    problems,
    body: html`<ul class="problems">${told.map((text) => html`<li>${text}</li>`)}</ul>`,
  };
}

/** What a maker of pages throws its own way out of: one parameter that cannot be so. */
export const badParameter = (view: View, parameter: string): Page =>
  badAddress(view, [{ parameter, got: (view.asked.parameters.get(parameter) ?? '').slice(0, 200) }]);

export function nothingHere({ asked, say, link }: View): Page {
  const words = asked.path.split('/').at(-1)?.replaceAll('-', ' ').slice(0, 200) ?? '';
  return {
    status: 404,
    code: 'NOT_FOUND',
    title: say('notFoundTitle'),
    day: 'NONE',
    query: words,
    body: html`<p>${say('notFoundText', { id: asked.path.slice(0, 200) })}</p>
<p><a class="button" href="${link('/search', { q: words })}">${say('search')}: ${words}</a></p>`,
  };
}

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  QUERY_TOO_COSTLY: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  DEADLINE_EXCEEDED: 503,
  GRAPH_UNAVAILABLE: 503,
  OVERLOADED: 503,
};

/** Whether the same may be answered when it is asked again: then a part of an answer is no answer. */
export const isPassing = (code: string): boolean => (STATUS[code] ?? 500) >= 500;

export function problemPage({ say, asked }: View, { code, message }: PageProblem, stated?: number): Page {
  const status = stated ?? STATUS[code] ?? 500;
  const title = say(
    status === 401 ? 'signInTitle' : status === 429 ? 'tooManyTitle' : status >= 500 ? 'busyTitle' : 'refusedTitle',
  );
  return {
    status,
    code,
    title,
    day: 'NONE',
    body: html`${status >= 500 && html`<p>${say('busyText')} <a href="${addressOf(asked, asked.path, Object.fromEntries(asked.parameters))}">${say('tryAgain')}</a></p>`}<p lang="en">${message}</p>`,
  };
}
