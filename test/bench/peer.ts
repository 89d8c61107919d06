export type Variables = Readonly<Record<string, string>>;

export interface Question {
  /** What the request's `query` says. */
  readonly query: string;
  /** Brings the values that were drawn to the request's `variables`; they are sent as they are without it. */
  readonly send?: (drawn: Variables) => Variables;
  /** Brings the answer's `data` to the value that answers are compared by; that of our own contract without it. */
  readonly read?: (data: unknown) => unknown;
}

/** A question, or why the peer cannot ask it. */
export type Asked = Question | { readonly cannot: string };

/** W10 mixes the others' questions. That of W11 is only the first of many texts, each of which is asked once. */
export type Workload = 'W1' | 'W2' | 'W3' | 'W3h' | 'W4' | 'W4c' | 'W5' | 'W6' | 'W7' | 'W8' | 'W9' | 'W11' | 'W12';

/** A server that is measured beside ours: a folder of `peers/` with what it serves and what it is asked. */
export interface Peer {
  readonly name: string;
  readonly folder: string;
  readonly questions: Readonly<Record<Workload, Asked>>;
  /** The at-th of the texts of W11: the same question for every peer, each in its own words. */
  readonly cold?: (at: number) => Question;
  /** Says that it has settled some time after it listens. */
  readonly settles?: true;
  /** More that its process is told. */
  readonly env?: Readonly<Record<string, string>>;
}
