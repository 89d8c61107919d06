/** The parts that answers to pages' questions have in common. */

export interface Named {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
}

export interface Brief {
  readonly id: string;
  readonly line: number | null;
  readonly locator: string | null;
  readonly statement: string;
  readonly document: {
    readonly id: string;
    readonly name: string;
    readonly title: string | null;
    readonly url: string | null;
    readonly authoredBy?: { readonly nodes: readonly Named[] };
  };
}

export interface Place extends Brief {
  readonly spokenBy: { readonly id: string; readonly name: string } | null;
}

export interface FigureNode extends Named {
  readonly measure: string;
  readonly value: number | null;
  readonly date: string | null;
  readonly comparator: string;
  readonly unit: string | null;
  readonly measuredOn: string | null;
}

/** A tie with its own values, which stand under the names of `ownEnums`. */
export interface OneTie {
  readonly id: string;
  readonly type: string;
  readonly from: Named & Partial<FigureNode>;
  readonly to: Named;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly end: 'ONGOING' | 'ENDED' | 'UNKNOWN' | null;
  readonly holds: 'CERTAIN' | 'POSSIBLY' | null;
  readonly modality: string;
  readonly inferred: readonly string[];
  readonly note: string | null;
  readonly independentSources: number;
  readonly evidence: readonly Place[];
  readonly datedBy: readonly Brief[];
  readonly conflicts: { readonly totalCount: number };
  readonly provisions?: readonly Named[];
  readonly at?: Named | null;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}
