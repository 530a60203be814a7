import { z } from 'astro/zod';
import { lineSchema, slugSchema } from '../programme/schema.ts';
import { PEER_FORMATS, PEER_ROLES } from './words.ts';

const minutesSchema = z.number().int('Count whole minutes.').min(1, 'At least one minute.').max(120);

const stepSchema = z.strictObject({
  title: lineSchema.describe('What happens, in a few words: large on the wall.'),
  minutes: minutesSchema.describe('Minutes it takes, of the minutes of the whole session.'),
  wall: lineSchema.describe('What everybody reads on the wall while it lasts.'),
  leader: lineSchema.describe('What helps whoever leads; never on the wall.'),
});

const roleSchema = z.strictObject({
  role: z.enum(PEER_ROLES).describe('Who.'),
  does: lineSchema.describe('What she does, in a sentence.'),
});

const preparationSchema = z.strictObject({
  id: slugSchema.describe('Its name: what is ticked is kept under it, so it never changes.'),
  daysBefore: z.number().int().min(0).max(60).describe('How many days before the session it is to be done.'),
  text: lineSchema.describe('What is to be done.'),
});

/** One way to use the hour: a file of src/content/peer-sessions. */
export const peerFormatSchema = z.strictObject({
  id: z.enum(PEER_FORMATS).describe('The name of the format; the file is called the same, with hyphens.'),
  order: z.number().int().min(1).describe('Its place in the list, from 1.'),
  name: lineSchema.describe('What people call it.'),
  purpose: lineSchema.describe('What it does that the others do not.'),
  chooseIt: lineSchema.describe('When to choose it.'),
  minutes: minutesSchema.describe('Minutes of the whole session; its steps add up to them.'),
  moduleId: slugSchema.describe('The module that teaches it.'),
  contentNoteHint: lineSchema.describe('What may be hard to hear in it.'),
  hasGuest: z.boolean().describe('Whether somebody from outside comes.'),
  steps: z.array(stepSchema).min(3, 'Name at least three steps.').describe('The session, step by step.'),
  roles: z.array(roleSchema).min(1).describe('Who does what, the leader first.'),
  preparation: z.array(preparationSchema).min(3).describe('What is done before, earliest first.'),
  groundRules: z.array(lineSchema).min(2).describe('What holds in the room.'),
});

export type PeerFormatFile = z.infer<typeof peerFormatSchema>;
