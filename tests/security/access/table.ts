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
| page or file route                 | out     | none | trainee        | tutor           | assessor        | manager         | verifier     | admin | several            |
|                                    |         |      | own mate other | mine other past | mine other past | mine other past | sample other |       | nia tom priya amara |
| GET /                              | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /404                           | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404                |
| GET /500                           | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404                |
| GET /accessibility                 | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /account                       | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /admin                         | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | 200   | 403                |
| GET /assess                        | sign-in | 403  | 403            | 403             | 200             | 403             | 403          | 403   | 200                |
| GET /assess/[id]                   | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 404 200 404   404  |
| GET /assess/[id]/sign              | sign-in | 403  | 403            | 403             | 200  404   404  | 403             | 403          | 403   | 404 200 404   404  |
| GET /caseload                      | sign-in | 403  | 200            | 403             | 403             | 200             | 403          | 403   | 200                |
| GET /caseload/allocate             | sign-in | 403  | 403            | 403             | 403             | 200             | 403          | 403   | 200                |
| GET /cases                         | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /cases/[id]                    | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /cohorts                       | sign-in | 403  | 403            | 200             | 403             | 403             | 403          | 403   | 200                |
| GET /cohorts/[id]                  | sign-in | 403  | 403            | 200  404   404  | 403             | 403             | 403          | 403   | 200 404 404   404  |
| GET /glossary                      | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /health                        | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /modules                       | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /modules/[slug]                | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /modules/[slug]/check          | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /modules/[slug]/done           | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403                |
| GET /notes                         | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403                |
| GET /notes/export                  | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403                |
| GET /placements                    | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403                |
| GET /portfolio                     | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403                |
| GET /portfolio/evidence/[id]       | sign-in | 403  | 200 404  404   | 200  404   404  | 200  404   404  | 403             | 200    404   | 403   | 200 200 404   404  |
| GET /portfolio/evidence/new        | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403                |
| GET /privacy                       | 200     | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /progress                      | sign-in | 403  | 200            | 403             | 403             | 403             | 403          | 403   | 403                |
| GET /search                        | sign-in | 403  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /sign-in                       | 200     | 303  | 303            | 303             | 303             | 303             | 303          | 303   | 303                |
| GET /sign-out                      | 405     | 405  | 405            | 405             | 405             | 405             | 405          | 405   | 405                |
| POST /sign-out                     | 303     | 303  | 303            | 303             | 303             | 303             | 303          | 303   | 303                |
| GET /support                       | sign-in | 200  | 200            | 200             | 200             | 200             | 200          | 200   | 200                |
| GET /trainees/[id]                 | sign-in | 403  | 200 404  404   | 200  404   404  | 200  404   404  | 200  404   404  | 403          | 403   | 200 200 200   404  |
| GET /_image                        | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404                |
| GET /_server-islands/[name]        | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404                |
| GET /_actions/[...path]            | 404     | 404  | 404            | 404             | 404             | 404             | 404          | 404   | 404                |
| action                             | out     | none | trainee        | tutor           | assessor        | manager         | verifier     | admin | several            |
|                                    |         |      | own mate other | mine other past | mine other past | mine other past | sample other |       | nia tom priya amara |
| accounts.signIn                    | done    | done | done           | done            | done            | done            | done         | done  | done               |
| accounts.signInBeside              | done    | done | done           | done            | done            | done            | done         | done  | done               |
| accounts.setLanguage               | sign-in | done | done           | done            | done            | done            | done         | done  | done               |
| accounts.setReadingView            | sign-in | done | done           | done            | done            | done            | done         | done  | done               |
| accounts.endSession                | sign-in | done | done           | done            | done            | done            | done         | done  | done               |
| accounts.signOutEverywhere         | sign-in | done | done           | done            | done            | done            | done         | done  | done               |
| assess.decide                      | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 404 done 404  404  |
| assess.sign                        | sign-in | 403  | 403            | 403             | done 404   404  | 403             | 403          | 403   | 404 done 404  404  |
| caseload.allocate                  | sign-in | 403  | 403            | 403             | 403             | done 404   404  | 403          | 403   | 404 404 done  404  |
| checks.submit                      | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| exercises.choose                   | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| exercises.compare                  | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| exercises.order                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| exercises.sort                     | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| exercises.startAgain               | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| marks.add                          | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| marks.remove                       | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403                |
| marks.save                         | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403                |
| placements.agree                   | sign-in | 403  | 403            | done 404   404  | 403             | done 404   404  | 403          | 403   | done 404 done 404  |
| placements.propose                 | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| portfolio.save                     | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403                |
| portfolio.start                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| portfolio.submit                   | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403                |
| progress.move                      | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| progress.readChanges               | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| progress.tick                      | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
| reflections.save                   | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403                |
`;
