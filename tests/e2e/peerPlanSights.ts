import { addDays, londonDay } from '#src/domain/calendar.ts';
import { LONG, post, see, type Sight } from './sight.ts';

const ahead = (days: number) => addDays(londonDay(new Date()), days);
const HERS = '/peer-sessions/peer-london-5';
const ROTA = '/cohorts/london/peer-sessions';
const asked = `${ROTA}?first=${ahead(150)}&months=6&startsAt=10:00&endsAt=11:00&place=Room+2`;

/** Peer sessions before they are held, as leaders, members and tutors see them. */
export const PEER_PLAN_PAGES: readonly Sight[] = [
  ...see('amara', ['/peer-sessions', HERS, `${HERS}?saved=plan`, '/peer-sessions/peer-london-8']),
  ...see('femi', ['/peer-sessions', '/peer-sessions/peer-london-6']),
  ...see('ella', ['/peer-sessions/peer-london-6', '/peer-sessions/peer-london-6?saved=askSwap']),
  ...see('nia', ['/peer-sessions', '/peer-sessions/peer-wales-2', '/peer-sessions/peer-wales-3']),
  ...see('ruth', [ROTA, `${ROTA}?planned=6`, asked, HERS, '/peer-sessions/peer-london-7']),
  ...see('gwen', ['/cohorts/wales/peer-sessions']),
];

const planOf = (sessionId: string) => ({ sessionId, revision: '1', format: 'teach_back', guest: '', contentNote: '' });

/** What they answer with "no". */
export const PEER_PLAN_PROBLEMS: readonly Sight[] = [
  ...see('nia', [HERS, '/peer-sessions/none'], 404),
  ...see('gwen', [ROTA], 404),
  ...see('ruth', [`${ROTA}?first=2020-01-01&months=40&startsAt=&endsAt=&place=`], 400),
  post('amara', HERS, `${HERS}?_action=peerSessions.plan`, { ...planOf('peer-london-5'), title: LONG, aim: LONG }),
  post('amara', HERS, `${HERS}?_action=peerSessions.plan`, {
    ...planOf('peer-london-5'),
    title: 'Recall',
    aim: 'Mr Barnaby Threlkeld can explain it.',
    nothingHard: 'yes',
  }),
  post('amara', HERS, `${HERS}?_action=peerSessions.arrange`, {
    ...{ sessionId: 'peer-london-5', revision: '1', day: '', startsAt: '15:00', endsAt: '14:00', place: '' },
  }),
  post('amara', HERS, `${HERS}?_action=peerSessions.addMaterial`, {
    ...{ id: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7a1', sessionId: 'peer-london-5' },
    ...{ materialTitle: '', materialWords: '', materialAddress: 'http://' },
  }),
  post('amara', HERS, `${HERS}?_action=peerSwaps.ask`, {
    ...{ id: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7a2', sessionId: 'peer-london-5', askedOf: '', inReturnId: '' },
  }),
  post('ruth', HERS, `${HERS}?_action=peerRota.cancel`, { sessionId: 'peer-london-5', cancelReason: '' }),
  post('ruth', ROTA, `${ROTA}?_action=peerRota.lead`, { sessionId: 'peer-london-8', leader: 'nia', was: 'imran' }),
  post('ruth', ROTA, `${ROTA}?_action=peerRota.save`, {
    ...{ cohortId: 'london', startsAt: '10:00', endsAt: '11:00', place: 'Room 2' },
    ...{ id: ['7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7a3', '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7a4'] },
    ...{ day: ['2020-01-01', ahead(170)], leader: ['', 'nia'] },
  }),
];
