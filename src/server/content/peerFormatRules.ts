import type { PeerFormatFile } from '#src/domain/peerSessions/formatSchema.ts';
import { PEER_FORMATS } from '#src/domain/peerSessions/words.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';

type Say = (field: string, message: string) => ContentProblem;

const fileNameOf = (id: string) => id.replaceAll('_', '-');

function minutesProblems({ steps, minutes }: PeerFormatFile, say: Say): ContentProblem[] {
  const sum = steps.reduce((total, step) => total + step.minutes, 0);
  const words = `Its steps take ${String(sum)} minutes together, the session ${String(minutes)}.`;
  return sum === minutes ? [] : [say('minutes', words)];
}

function roleProblems({ roles, hasGuest }: PeerFormatFile, say: Say): ContentProblem[] {
  const named = roles.map(({ role }) => role);
  return [
    ...(named[0] === 'leader' ? [] : [say('roles.0.role', 'The leader comes first.')]),
    ...(new Set(named).size === named.length ? [] : [say('roles', 'A role is named once.')]),
    ...(named.includes('host_of_guest') === hasGuest
      ? []
      : [say('roles', 'Somebody looks after the guest where one comes, and nowhere else.')]),
  ];
}

function preparationProblems({ preparation }: PeerFormatFile, say: Say): ContentProblem[] {
  const ids = preparation.map(({ id }) => id);
  const isOrdered = preparation.every(
    ({ daysBefore }, index) => index === 0 || daysBefore <= (preparation[index - 1]?.daysBefore ?? 0),
  );
  return [
    ...(new Set(ids).size === ids.length ? [] : [say('preparation', 'Two entries have the same id.')]),
    ...(isOrdered ? [] : [say('preparation', 'What is done first comes first.')]),
  ];
}

function problemsOf({ file, name, value, lineOf }: Filed<PeerFormatFile>, moduleIds: ReadonlySet<string>) {
  const say: Say = (field, message) => ({ file, line: lineOf(field), field, message });
  return [
    ...(name === fileNameOf(value.id) ? [] : [say('id', `A file of this format is called "${fileNameOf(value.id)}".`)]),
    ...(moduleIds.has(value.moduleId) ? [] : [say('moduleId', `There is no module "${value.moduleId}".`)]),
    ...minutesProblems(value, say),
    ...roleProblems(value, say),
    ...preparationProblems(value, say),
  ];
}

/** What is wrong with the formats of peer sessions beyond their form. Each of the five has to be there. */
export function peerFormatProblems(
  formats: readonly Filed<PeerFormatFile>[],
  moduleIds: ReadonlySet<string>,
): ContentProblem[] {
  const missing = PEER_FORMATS.filter((format) => !formats.some(({ value }) => value.id === format)).map((format) => ({
    file: `src/content/peer-sessions/${fileNameOf(format)}.json`,
    line: null,
    field: '',
    message: 'This file is missing, or cannot be read.',
  }));
  return [...formats.flatMap((format) => problemsOf(format, moduleIds)), ...missing];
}
