import CaseNote from './CaseNote.astro';
import Check from './Check.astro';
import Fact from './Fact.astro';
import Section from './Section.astro';
import Sources from './Sources.astro';
import Task from './Task.astro';
import Term from './Term.astro';
import Warning from './Warning.astro';

/** Everything a module's MDX may use, handed in by the page: `<Content components={lessonComponents} />`. */
export const lessonComponents = { CaseNote, Check, Fact, Section, Sources, Task, Term, Warning };
