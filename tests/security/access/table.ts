/**
 * Who gets what answer, for every page, file route and action that exists. Source: "Who may see what", docs/contract.md.
 *
 * One word in a column: the row has no record of somebody, so own and other are the same. Several: one for each relation
 * that stands under the role. Who these people are is in `cast.ts`; how each row is reached, in `reach.ts`.
 *
 * 200: the page. 303: sent on to another page. sign-in: asked to sign in. done: the action did it, and the database changed.
 * 403: not for this role. 404: nothing here that you can see. 405: not with this method.
 */
export const ACCESS_TABLE = `
| page or file route                 | out     | none | trainee        | tutor           | assessor        | manager         | verifier     | admin | external     | several             |
|                                    |         |      | own mate other | mine other past | mine other past | mine other past | sample other |       | sample other | nia tom priya amara |
| GET /                              | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /404                           | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /500                           | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /accessibility                 | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /account                       | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /account/history               | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /account/notices               | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /account/password              | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /admin                         | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/audit                   | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/cohorts                 | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200  | 403          | 403                 |
| GET /admin/cohorts/[id]            | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200  | 403          | 403                 |
| GET /admin/cohorts/[id]/roll       | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200  | 403          | 403                 |
| GET /admin/cohorts/[id]/tutors     | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/cohorts/new             | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200  | 403          | 403                 |
| GET /admin/cohorts/templates       | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200  | 403          | 403                 |
| GET /admin/cohorts/templates/[id]  | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200  | 403          | 403                 |
| GET /admin/hand-over               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/mail                    | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/office                  | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/office/[setting]        | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/office/[setting]/change | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people                  | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people/[id]             | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people/import           | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people/import/[id]      | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people/import/[id]/progress | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people/import/template.csv | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people/lists/[list]     | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/people/new              | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/placements              | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification           | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification/[version] | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification/[version]/criteria.csv | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification/import    | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/retention               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/trainees/[id]           | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200  | 403          | 403                 |
| GET /admin/weeks                   | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /assess                        | sign-in | 403  | 403            | 403             | 200             | 403             | 403          | 403   | 403          | 200                 |
| GET /assess/[id]                   | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 403          | 404 200 404   404   |
| GET /assess/[id]/sign              | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 403          | 404 200 404   404   |
| GET /assess/countersign            | sign-in | 403  | 403            | 403             | 200             | 403             | 403          | 403   | 403          | 200                 |
| GET /assess/countersign/[id]       | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 403          | 404 200 404   404   |
| GET /assess/decisions              | sign-in | 403  | 403            | 403             | 200             | 403             | 403          | 403   | 403          | 200                 |
| GET /assess/records/[id]           | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 403          | 404 200 404   404   |
| GET /assess/records/new            | sign-in | 403  | 403            | 403             | 200             | 403             | 403          | 403   | 403          | 200                 |
| GET /assess/trainees/[id]/sign     | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 403          | 404 200 404   404   |
| GET /assess/trainees/[id]          | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 403          | 404 200 404   404   |
| GET /assess/standardisation/[id]   | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 403          | 404 200 404   404   |
| POST /calendar/[token]             | 405     | 405  | 405            | 405             | 405             | 405             | 405          | 405   | 405          | 405                 |
| GET /calendar/[token]              | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /caseload                      | sign-in | 403  | 200            | 403             | 403             | 200             | 403          | 403   | 403          | 200                 |
| GET /caseload/allocate             | sign-in | 403  | 403            | 403             | 403             | 200             | 403          | 403   | 403          | 200                 |
| GET /caseload/cases/[id]           | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /caseload/reductions/[id]      | sign-in | 403  | 403            | 403             | 403             | 200  404   404  | 403          | 403   | 403          | 404 404 200   404   |
| GET /cases                         | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /cases/[id]                    | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /cohorts                       | sign-in | 403  | 403            | 200             | 403             | 403             | 403          | 403   | 403          | 200                 |
| GET /cohorts/[id]                  | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /cohorts/[id]/caseloads        | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /cohorts/[id]/message          | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /cohorts/[id]/peer-sessions    | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /cohorts/[id]/study-time       | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /cohorts/[id]/view.csv         | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /forgotten-password            | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /glossary                      | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /health                        | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /host/[token]                  | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /messages                      | sign-in | 403  | 200            | 200             | 403             | 403             | 403          | 403   | 403          | 200                 |
| GET /messages/[id]                 | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /messages/[id]/[traineeId]     | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 404                 |
| GET /modules                       | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /modules/[slug]                | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /modules/[slug]/check          | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /modules/[slug]/done           | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /notes                         | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /notes/export                  | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /notices                       | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /peer-sessions                 | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /peer-sessions/[id]            | sign-in | 403  | 200 200  404   | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /peer-sessions/[id]/run        | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /placements                    | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /placements/[id]               | sign-in | 403  | 200 404  404   | 200  404   404  | 200  404   404  | 200  404   404  | 403          | 403   | 403          | 200 200 200   404   |
| GET /placements/offers             | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /placements/readiness          | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /portfolio                     | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /portfolio/evidence/[id]       | sign-in | 403  | 200 404  404   | 200  404   404  | 200  404   404  | 403             | 200    404   | 403   | 200    404   | 200 200 404   404   |
| GET /portfolio/evidence/[id]/sign  | sign-in | 403  | 200 404  404   | 403             | 303  404   404  | 403             | 403          | 403   | 403          | 404 303 404   404   |
| GET /portfolio/evidence/new        | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /portfolio/exports/[id]        | sign-in | 403  | 200 404  404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /portfolio/exports/[id]/progress | sign-in | 403  | 200 404  404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /portfolio/files               | sign-in | 403  | 303            | 403             | 303             | 403             | 403          | 403   | 403          | 303                 |
| POST /portfolio/files              | sign-in | 403  | 303 404  404   | 403             | 303  404   404  | 403             | 403          | 403   | 403          | 404 303 404   404   |
| GET /portfolio/files/[id]          | sign-in | 403  | 200 404  404   | 200  404   404  | 200  404   404  | 403             | 200    404   | 403   | 200    404   | 200 200 404   404   |
| GET /portfolio/leave               | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /privacy                       | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /progress                      | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /reset/[token]                 | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /quality                       | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/assessors             | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/external              | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/plans                 | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/plans/[id]            | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/policy                | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/samples/[id]          | sign-in | 403  | 403            | 403             | 403             | 403             | 200    404   | 403   | 403          | 403                 |
| GET /quality/standardisation       | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/standardisation/[id]  | sign-in | 403  | 403            | 403             | 403             | 403             | 200          | 200   | 403          | 403                 |
| GET /quality/trainees/[id]         | sign-in | 403  | 403            | 403             | 403             | 403             | 200    404   | 403   | 200    404   | 403                 |
| GET /search                        | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /sign-in                       | 200     | 303  | 303            | 303             | 303             | 303             | 303          | 303   | 303          | 303                 |
| GET /sign-out                      | 405     | 405  | 405            | 405             | 405             | 405             | 405          | 405   | 405          | 405                 |
| POST /sign-out                     | 303     | 303  | 303            | 303             | 303             | 303             | 303          | 303   | 303          | 303                 |
| GET /supervision                   | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /supervision/[id]              | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /supervision/[id]/sign         | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /study-time                    | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /support                       | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /trainees/[id]                 | sign-in | 403  | 200 404  404   | 200  404   404  | 200  404   404  | 200  404   404  | 403          | 403   | 403          | 200 200 200   404   |
| GET /trainees/[id]/caseload        | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /trainees/[id]/programme       | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /trainees/[id]/study-time      | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /trainees/[id]/contacts        | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /trainees/[id]/supervision     | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /trainees/[id]/week            | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /unsubscribe/[token]           | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /week                          | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /welcome/[token]               | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /wellbeing                     | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /witness/[token]               | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /_image                        | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /_server-islands/[name]        | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /_actions/[...path]            | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
`;
