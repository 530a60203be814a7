import { getEntry, render } from 'astro:content';

type Lesson = Awaited<ReturnType<typeof render>>['Content'];

const kept = new Map<string, Promise<Lesson | null>>();

/**
 * The text of a module as a component, or null where no module has that id. Looked up once: a build holds the same texts for good.
 * Ask for modules of the programme only, so that there are never more of them than modules.
 */
export function findLesson(moduleId: string): Promise<Lesson | null> {
  if (import.meta.env.DEV) return loadLesson(moduleId);
  const lesson = kept.get(moduleId) ?? loadLesson(moduleId);
  kept.set(moduleId, lesson);
  return lesson;
}

async function loadLesson(moduleId: string): Promise<Lesson | null> {
  const entry = await getEntry('modules', moduleId);
  return entry ? (await render(entry)).Content : null;
}
