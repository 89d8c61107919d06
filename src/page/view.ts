import type { GalleryQuestion } from '../gallery.ts';
import type { AskInProcess } from '../in-process.ts';
import type { AddressProblem, Asked } from './asked-for.ts';
import type { Html } from './html.ts';
import type { Say } from './words.ts';

/** All that a page is made from. */
export interface View {
  readonly asked: Asked;
  readonly say: Say;
  /** Asks as a client asks: the same way, the same limits, the same log line. */
  readonly ask: AskInProcess;
  /** An address of another page in the same language, as of the same day. */
  link(path: string, more?: Readonly<Record<string, string | number | undefined>>): string;
  readonly gallery: readonly GalleryQuestion[];
  /** Whether GraphiQL stands at /graphql. */
  readonly hasGraphiql: boolean;
}

export interface Page {
  readonly status?: number;
  /** For the log, of a page that says what went wrong. */
  readonly code?: string;
  readonly title: string;
  /** The title with names marked that are in another language than the page. */
  readonly heading?: Html;
  /** Whether the title is in English whatever the language of the page. */
  readonly isEnglish?: boolean;
  /** Whether what is shown is that of the day asked, as it is when absent; or some of it or all is so on any day, or there is nothing to say of days. */
  readonly day?: 'ASKED' | 'PARTLY' | 'IGNORED' | 'NONE';
  /** What in the address cannot be as it is; no link of the page repeats it. */
  readonly problems?: readonly AddressProblem[];
  /** All of the main part but the heading. */
  readonly body: Html;
  /** What stands in the search box. */
  readonly query?: string;
}

/** A file to be kept instead of a page. */
export interface Download {
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

export type MakePage = (view: View, rest: string) => Promise<Page | Download | undefined>;

/** Says that a page cannot be made, and why. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
