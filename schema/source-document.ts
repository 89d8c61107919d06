import type { NounSpec } from './spec.ts';

export const sourceDocument: NounSpec = {
  name: 'SourceDocument',
  prefix: 'document',
  one: 'sourceDocument',
  many: 'sourceDocuments',
  description: 'A text that says something: an article, a statement, an overview, or the record of an official act.',
  hub: {},
  properties: {
    title: {
      type: 'String',
      description: 'Title the document gives itself; absent when it gives none.',
    },
    kind: {
      type: { enum: 'DocumentKind' },
      required: true,
      description: 'Kind of document.',
    },
    publisherKind: {
      type: { enum: 'PublisherKind' },
      required: true,
      description: 'Who published it.',
    },
    language: { type: 'String', description: 'Language, as a BCP 47 tag.' },
    publishedOn: {
      type: 'PartialDate',
      description: 'Day of publication, where the document states it.',
    },
    notBefore: {
      type: 'PartialDate',
      description: 'Latest day its text looks back on, for an act the latest version read: it cannot be older.',
    },
    requisite: {
      type: 'String',
      description: 'Official line that names an act without a code: kind, day and number, as its record gives it.',
    },
    section: {
      type: 'String',
      description: 'Section or rubric it appeared in.',
    },
    url: { type: 'Url', description: 'Address, for acts the official one.' },
    sha256: {
      type: 'String',
      description: 'SHA-256 of the file, hexadecimal.',
    },
  },
  time: { begins: ['publishedOn', 'notBefore'] },
};
