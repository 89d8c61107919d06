export { cold, questions } from '../common/questions.ts';
