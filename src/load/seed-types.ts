import type { NounName, TieSpec } from '../../schema/spec.ts';
import type { End } from '../graph/time.ts';
import type { FieldValue } from './fields.ts';
import type { Located } from './problem.ts';

/** What is known, as the files say it. */
export interface Seed {
  readonly measures: readonly Measure[];
  readonly releases: readonly Release[];
  readonly things: readonly SeedThing[];
  readonly passages: readonly SeedPassage[];
  readonly merged: readonly SeedMerged[];
  readonly comparisons: readonly SeedComparison[];
}

/** What figures may count or date. */
export interface Measure extends Located {
  readonly measure: string;
  readonly unit?: string;
  readonly holds: 'NUMBER' | 'DATE';
  readonly singleValued: boolean;
  readonly description: string;
}

/** One sub-folder of the seed: what is known of one subject, and the days on which that was released. */
export interface Release extends Located {
  readonly name: string;
  readonly title: string;
  readonly jurisdiction: string;
  /** In the order of time, at least one. */
  readonly days: readonly string[];
}

/** What every claim says of itself, be it a tie or a figure. Lacking values are filled in as the format lays down. */
export interface SeedClaim extends Located {
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Absent for a deed. */
  readonly end?: End;
  readonly modality: string;
  readonly rank: string;
  readonly inferred: readonly string[];
  readonly note?: string;
  readonly passages: readonly string[];
  /** Passages that say nothing of it but when. */
  readonly datedBy?: readonly string[];
  readonly recordedAt: string;
  readonly retractedAt?: string;
}

export interface SeedTie extends SeedClaim {
  readonly spec: TieSpec;
  readonly from: string;
  readonly to: string;
  readonly own: Readonly<Record<string, FieldValue>>;
}

export interface SeedName extends Located {
  readonly text: string;
  readonly language: string;
  readonly script: string;
  readonly kind: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly passages: readonly string[];
}

export interface SeedQuestion extends Located {
  readonly question: string;
  readonly note?: string;
}

export interface SeedThing extends Located {
  readonly noun: NounName;
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  readonly jurisdiction: string;
  readonly identifiers: readonly string[];
  /** Own scalars of the noun. */
  readonly scalars: Readonly<Record<string, FieldValue>>;
  /** Own scalars that the sources only imply; for a figure, what of the claim they imply. */
  readonly inferred: readonly string[];
  readonly note?: string;
  readonly passages: readonly string[];
  readonly recordedAt: string;
  readonly retractedAt?: string;
  readonly names: readonly SeedName[];
  /** What the sources leave open. */
  readonly unstated: readonly SeedQuestion[];
  readonly ties: readonly SeedTie[];
  /** Only of a document. */
  readonly withoutClaims: readonly SeedWithoutClaims[];
  /** Only for a figure, which is itself a claim. */
  readonly claim?: SeedClaim;
}

/** Lines of a document on which nothing rests, and why. */
export interface SeedWithoutClaims extends Located {
  readonly line: number;
  readonly lineEnd: number;
  readonly reason: string;
}

/** A place in a document, and what it says in our own words. */
export interface SeedPassage extends Located {
  readonly id: string;
  readonly document: string;
  readonly place: PassagePlace;
  readonly statement: string;
  readonly headings: readonly string[];
  readonly spokenBy?: string;
  readonly mentions: readonly SeedMention[];
  /** From 1, among the passages of its file. */
  readonly position: number;
  readonly recordedAt: string;
}

/** Lines from 1; start and end in code points of those lines, end exclusive. Acts have a locator instead. */
export interface PassagePlace {
  readonly line?: number;
  readonly lineEnd?: number;
  readonly start?: number;
  readonly end?: number;
  readonly sha256?: string;
  readonly locator?: string;
}

export interface SeedMention extends Located {
  readonly to: string;
  readonly as: string;
}

/** An id that is no longer used, and the thing that answers for it. */
export interface SeedMerged extends Located {
  readonly id: string;
  readonly into: string;
}

/** What people say of sources that disagree, or seem to. */
export interface SeedComparison extends Located {
  readonly id: string;
  readonly name: string;
  readonly verdict: string;
  readonly explanation: string;
  /** Id of the thing that settles it. */
  readonly settledBy?: string;
  /** Ids of things, as written. */
  readonly over: readonly string[];
  readonly sides: readonly SeedSide[];
  readonly recordedAt: string;
  readonly retractedAt?: string;
}

export interface SeedSide extends Located {
  readonly passage: string;
  /** In our words. */
  readonly says: string;
  /** Absent where the passage is silent. */
  readonly claim?: SeedSideClaim;
}

/** The claim a side makes: a figure, or a tie, named by its ends and the field it stands under. */
export type SeedSideClaim = { readonly figure: string } | SideTie;

export interface SideTie {
  readonly of: string;
  readonly field: string;
  readonly to: string;
  /** Tells ties apart that differ in their start. */
  readonly validFrom?: string;
}
