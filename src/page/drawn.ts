/** A tie as a picture has it, in the words of the page. */
export interface DrawnEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** What the tie is called as seen from where it begins. */
  readonly word: string;
  /** The word, and below it when. */
  readonly label: string;
  readonly modality: string;
  /** The years in which it may have begun, held or ended; null for a side that is open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** What the page of a picture hands over to the script that draws it. */
export interface Drawn {
  readonly of: string;
  /** The page itself, for any other thing that is put as its `of`. */
  readonly page: string;
  readonly words: Readonly<Record<'open' | 'grow' | 'shown' | 'grown' | 'more' | 'failed', string>>;
  readonly truncated: boolean;
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly noun: string;
    readonly address: string;
  }[];
  readonly edges: readonly DrawnEdge[];
}
