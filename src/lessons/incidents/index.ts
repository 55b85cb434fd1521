import type { Lesson } from '../lesson';
import { questions, saw } from './check';
import { experiments } from './experiments';
import Content from './lesson.mdx';
import { programs } from './programs';

export const lesson: Lesson = { Content, programs, experiments, questions, saw };
