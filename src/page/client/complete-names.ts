import { isLanguage, LANGUAGES } from '../languages.ts';
import suggest from '../queries/suggest.graphql';

interface Suggestion {
  readonly matchedName: { readonly text: string };
  readonly node: { readonly id: string; readonly name: string };
}

/** Milliseconds without a key after which names are asked for. */
const PAUSE = 150;

/** Offers names below a box while one types; arrows choose, Enter opens, Escape closes. Without it the box is an ordinary one. */
export function completeNames(box: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.id = `${box.id}-names`;
  list.className = 'names';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.labels?.[0]?.textContent ?? '');
  list.hidden = true;
  box.after(list);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');
  /** Of the language and the day in the address, what the page itself goes by. */
  const kept = (name: 'lang' | 'asOf'): string | undefined =>
    box.form?.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)?.value;
  const goes = box.dataset.complete === 'id' ? fillIn : open;
  let chosen = -1;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let found: readonly Suggestion[] = [];

  function open({ node }: Suggestion): void {
    const address = new URL(`/${node.id.replace(/^\//, '')}`, location.origin);
    for (const name of ['lang', 'asOf'] as const) {
      const value = kept(name);
      if (value) address.searchParams.set(name, value);
    }
    location.assign(address);
  }

  function fillIn({ node }: Suggestion): void {
    box.value = node.id;
    close();
  }

  /** What was asked for before must not open it again. */
  function close(): void {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    chosen = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  function choose(at: number): void {
    const count = list.children.length;
    chosen = count === 0 ? -1 : (at + count) % count;
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(index === chosen));
    }
    const option = list.children[chosen];
    if (!option) return;
    box.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function show(): void {
    list.replaceChildren(
      ...found.map((suggestion, index) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const { matchedName, node } = suggestion;
        option.textContent = matchedName.text === node.name ? node.name : `${matchedName.text} — ${node.name}`;
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => goes(suggestion));
        return option;
      }),
    );
    chosen = -1;
    list.hidden = found.length === 0;
    box.setAttribute('aria-expanded', String(found.length > 0));
  }

  async function look(): Promise<void> {
    asking?.abort();
    const prefix = box.value.trim();
    if (prefix.length < 2) return close();
    asking = new AbortController();
    const { lang } = document.documentElement;
    const languages = LANGUAGES[isLanguage(lang) ? lang : 'en'].names;
    const variables = { prefix, asOf: kept('asOf') ?? null, languages };
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ query: suggest, variables }),
        signal: asking.signal,
      });
      const { data } = (await response.json()) as { data?: { suggest: readonly Suggestion[] } | null };
      found = data?.suggest ?? [];
      show();
    } catch {
      // The box goes on to work as an ordinary one.
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), PAUSE);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    const suggestion = found[chosen];
    if (event.key === 'Escape') close();
    else if (list.hidden) return;
    else if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === 'Enter' && suggestion) goes(suggestion);
    else return;
    event.preventDefault();
  });
}
