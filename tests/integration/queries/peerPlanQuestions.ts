import type { Reader } from '#db/client.ts';
import * as plan from '#db/queries/peerSessions/plan.ts';
import * as rota from '#db/queries/peerSessions/rota.ts';
import * as sessions from '#db/queries/peerSessions/sessions.ts';
import * as swaps from '#db/queries/peerSessions/swaps.ts';
import * as writes from '#db/queries/peerSessions/writes.ts';
import { aViewer } from '../../support/viewer.ts';

const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const amara = aViewer('amara', { roles: ['trainee'], memberOf: ['london'] });

/** Questions about peer sessions before they are held, which `everyQuery.test.ts` asks with the others. */
export const PEER_PLAN_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'a peer session': (db) => sessions.findPeerSession(db, 'peer-london-5'),
  'the peer sessions of a cohort': (db) => sessions.listPeerSessions(db, ruth, 'london'),
  'the plan of a peer session': (db) => plan.findSessionPlan(db, 'peer-london-5'),
  'who is in a cohort': (db) => plan.listMembersOf(db, 'london'),
  'colleagues to swap with': (db) => plan.listColleagues(db, amara, { cohortId: 'london', from: '2026-11-19' }),
  'what somebody does in peer sessions': (db) => plan.listOwnParts(db, 'amara'),
  'who led when': (db) => rota.listLedDays(db, ruth, 'london'),
  'swaps of a cohort': (db) => swaps.listSwaps(db, ruth, 'london'),
  'a swap': (db) => swaps.findSwap(db, 'peer-swap-1'),
  'something to read': (db) => writes.findMaterial(db, 'peer-material-1'),
};
