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
| GET /admin                         | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/hand-over               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/office                  | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/office/[setting]        | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/office/[setting]/change | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/placements              | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification           | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification/[version] | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification/[version]/criteria.csv | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/qualification/import    | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
| GET /admin/retention               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403          | 403                 |
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
| GET /cohorts/[id]/study-time       | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 403          | 200 404 404   404   |
| GET /glossary                      | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /health                        | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /host/[token]                  | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /modules                       | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /modules/[slug]                | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /modules/[slug]/check          | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 403          | 200                 |
| GET /modules/[slug]/done           | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /notes                         | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /notes/export                  | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
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
| GET /trainees/[id]/study-time      | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /trainees/[id]/supervision     | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /trainees/[id]/week            | sign-in | 403  | 200 404  404   | 200  404   404  | 403             | 200  404   404  | 403          | 403   | 403          | 200 404 200   404   |
| GET /week                          | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /wellbeing                     | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| GET /witness/[token]               | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200          | 200                 |
| GET /_image                        | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /_server-islands/[name]        | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| GET /_actions/[...path]            | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404          | 404                 |
| action                             | out     | none | trainee        | tutor           | assessor        | manager         | verifier     | admin | external     | several             |
|                                    |         |      | own mate other | mine other past | mine other past | mine other past | sample other |       | sample other | nia tom priya amara |
| accounts.signIn                    | done    | done | done           | done            | done            | done            | done         | done  | done         | done                |
| accounts.signInBeside              | done    | done | done           | done            | done            | done            | done         | done  | done         | done                |
| accounts.setLanguage               | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| accounts.setReadingView            | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| accounts.endSession                | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| accounts.signOutEverywhere         | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| assess.decide                      | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| assess.hold                        | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| assessmentPlan.add                 | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| assessmentPlan.remove              | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| calendar.make                      | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| calendar.revoke                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| caseload.allocate                  | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.agreeOver                 | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.endOver                   | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.move                      | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 404   404   |
| caseload.join                      | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 404   404   |
| caseload.carry                     | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.change                    | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.setAside                  | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.close                     | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.rename                    | sign-in | 403  | done 404  404  | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| caseload.object                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| caseload.answer                    | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done  404  |
| caseload.reduce                    | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.endReduction              | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.addWork                   | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| caseload.endWork                   | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| checks.submit                      | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.choose                   | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.compare                  | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.order                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.sort                     | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.startAgain               | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| handOver.confirm                   | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| exports.ask                        | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| files.justify                      | sign-in | 403  | done 404 404   | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| files.remove                       | sign-in | 403  | done 404 404   | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| marks.add                          | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| marks.remove                       | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| marks.save                         | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| matters.acknowledge                | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| office.set                         | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| placementHost.answer               | done    | done | 403 done done  | done            | done            | done            | done         | done  | done         | done                |
| placementHost.makeLink             | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| placementHost.takeBack             | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| placementOffers.giveOut            | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| placementOffers.make               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| placementOffers.takeBack           | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placementOffers.wish               | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placementOffers.withdraw           | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| placementRecords.finishReport      | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placementRecords.saveDay           | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placementRecords.saveLog           | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placementRecords.saveReport        | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placementRecords.useAsEvidence     | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placements.agree                   | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| placements.cancel                  | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placements.change                  | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| placements.propose                 | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| portfolio.rate                     | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| portfolio.remove                   | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| portfolio.save                     | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| portfolio.start                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| portfolio.submit                   | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| portfolio.withdraw                 | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| progress.move                      | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| progress.readChanges               | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| progress.tick                      | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| quality.addToPlan                  | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.agreeExercise              | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.closeExercise              | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.closePlan                  | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.grant                      | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.judge                      | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| quality.removeFromPlan             | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.revokeGrant                | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.setPolicy                  | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.setStanding                | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.startExercise              | sign-in | 403  | 403            | 403             | 403             | 403             | done   404   | 403   | 403          | 403                 |
| quality.startPlan                  | sign-in | 403  | 403            | 403             | 403             | 403             | done         | 403   | 403          | 403                 |
| quality.unlock                     | sign-in | 403  | 403            | 403             | 403             | 403             | done   404   | 403   | 403          | 403                 |
| quality.verify                     | sign-in | 403  | 403            | 403             | 403             | 403             | done   404   | 403   | 403          | 403                 |
| qualification.bringIn              | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| readiness.agree                    | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 403          | 404 404 done  404   |
| readiness.save                     | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| records.askWitness                 | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| records.begin                      | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| records.finish                     | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| records.remove                     | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| records.save                       | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| records.sendBack                   | sign-in | 403  | done 404 404   | 403             | 404  404   404  | 403             | 403          | 403   | 403          | 404 404 404   404   |
| records.sign                       | sign-in | 403  | done 404 404   | 403             | 404  404   404  | 403             | 403          | 403   | 403          | 404 404 404   404   |
| records.takeBack                   | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| reflections.save                   | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| signing.countersign                | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| signing.sign                       | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| retention.apply                    | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| retention.set                      | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| studyTime.enter                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| studyTime.move                     | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| studyTime.plan                     | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| studyTime.record                   | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| studyTime.withdraw                 | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| supervision.addAction              | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.begin                  | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.cancel                 | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.plan                   | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.ready                  | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.remove                 | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.removeAction           | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.renew                  | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.save                   | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.sign                   | sign-in | 403  | done 404 404   | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| supervision.tick                   | sign-in | 403  | done 404 404   | done 404   404  | 403             | done 404   404  | 403          | 403   | 403          | done 404 done 404   |
| week.addException                  | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| week.endPattern                    | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| week.moveAppointment               | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| week.removeAppointment             | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| week.removeException               | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| week.saveAppointment               | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| week.savePattern                   | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| weekPatterns.end                   | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| weekPatterns.save                  | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| wellbeing.save                     | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| wellbeing.share                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| wellbeing.takeBack                 | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| witness.answer                     | done    | done | 403 done done  | done            | done            | done            | done         | done  | done         | done                |
| witness.ask                        | sign-in | 403  | done 404 404   | 403             | 404  404   404  | 403             | 403          | 403   | 403          | 404 404 404   404   |
| witness.check                      | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| witness.takeBack                   | sign-in | 403  | done 404 404   | 403             | 404  404   404  | 403             | 403          | 403   | 403          | 404 404 404   404   |
`;
