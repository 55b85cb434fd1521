import type { ComponentType } from 'react';
import type { Experiment } from '../lab/experiment/experiment';
import type { Program } from '../lab/workbench/program';

/** What the site knows of a lesson without loading it. */
export interface LessonMeta {
  /** The folder's name and the last part of its URL. */
  readonly id: string;
  readonly title: string;
  /** For the sidebar and previous/next: a few words. */
  readonly shortTitle: string;
  /** Reading and running, roughly. */
  readonly minutes: number;
  /** The ids of its questions, so that the sidebar knows what is finished without loading the lesson. */
  readonly questions: readonly string[];
  /** The lessons whose ideas it uses without explaining them again. Each stands before it in the course. */
  readonly buildsOn?: readonly string[];
}

/** What a lesson's `meta.ts` says; its id is the name of its folder. */
export type OwnMeta = Omit<LessonMeta, 'id'>;

/** A question at the end of a lesson. Every option says why it is right or wrong. */
export interface Question {
  /** Unique within the lesson; answers are stored under it. */
  readonly id: string;
  readonly text: string;
  readonly options: readonly {
    readonly id: string;
    readonly text: string;
    readonly right: boolean;
    readonly why: string;
  }[];
}

/** What MDX makes of a text. */
export type MdxContent = ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;

/** A lesson's contents, loaded when it is opened. */
export interface Lesson {
  readonly Content: MdxContent;
  readonly programs: Readonly<Record<string, Program>>;
  readonly experiments: Readonly<Record<string, Experiment>>;
  readonly questions: readonly Question[];
  /** "What you saw": three sentences. */
  readonly saw: readonly [string, string, string];
}
