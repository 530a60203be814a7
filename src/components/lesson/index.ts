import CaseFile from './CaseFile.astro';
import CaseNote from './CaseNote.astro';
import Check from './Check.astro';
import Compare from './Compare.astro';
import Event from './Event.astro';
import Fact from './Fact.astro';
import OnMyCases from './OnMyCases.astro';
import Order from './Order.astro';
import Scenario from './Scenario.astro';
import Section from './Section.astro';
import Sort from './Sort.astro';
import Sources from './Sources.astro';
import Task from './Task.astro';
import Term from './Term.astro';
import Timeline from './Timeline.astro';
import Warning from './Warning.astro';

/** Everything a module's MDX may use, handed in by the page: `<Content components={lessonComponents} />`. */
export const lessonComponents = {
  CaseFile,
  CaseNote,
  Check,
  Compare,
  Event,
  Fact,
  OnMyCases,
  Order,
  Scenario,
  Section,
  Sort,
  Sources,
  Task,
  Term,
  Timeline,
  Warning,
};
