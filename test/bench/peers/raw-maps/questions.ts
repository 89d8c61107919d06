export { questions } from '../raw/questions.ts';
