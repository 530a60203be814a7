/** The same for every action: see `table.ts`, whose heads these are too. */
export const ACTION_TABLE = `
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
| cohortCover.assign                 | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohortCover.end                    | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohortCover.handOver               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohortViews.keep                   | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| cohortViews.rename                 | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| cohortViews.remove                 | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| contacts.addAction                 | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| contacts.endAction                 | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| contacts.write                     | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| cohorts.make                       | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohorts.change                     | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohorts.close                      | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohorts.reopen                     | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohorts.roll                       | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohortTemplates.save               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| cohortTemplates.remove             | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| exercises.choose                   | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.compare                  | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.order                    | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.sort                     | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| exercises.startAgain               | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| handOver.confirm                   | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| imports.bringIn                    | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| imports.drop                       | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| invitations.send                   | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| people.add                         | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| people.save                        | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| people.disable                     | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| people.enable                      | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| people.assign                      | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| people.endAssignment               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| exports.ask                        | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| files.justify                      | sign-in | 403  | done 404 404   | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| files.remove                       | sign-in | 403  | done 404 404   | 403             | done 404   404  | 403             | 403          | 403   | 403          | 404 done 404  404   |
| marks.add                          | sign-in | 403  | done           | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| marks.remove                       | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| marks.save                         | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| matters.acknowledge                | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| notices.markRead                   | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| notices.choose                     | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| notices.sendAgain                  | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| messages.answer                    | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | 404                 |
| messages.read                      | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| messages.send                      | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| office.set                         | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| passwords.askReset                 | done    | done | done           | done            | done            | done            | done         | done  | done         | done                |
| passwords.setByLink                | done    | done | done           | done            | done            | done            | done         | done  | done         | done                |
| passwords.change                   | sign-in | done | done           | done            | done            | done            | done         | done  | done         | done                |
| peerAfter.close                    | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404 404    |
| peerAfter.giveFeedback             | sign-in | 403  | done done 404  | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerAfter.intend                   | sign-in | 403  | done done 404  | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerAfter.review                   | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerAfter.saveAttendance           | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404 404    |
| peerAfter.useAsEvidence            | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerQuestions.ask                  | sign-in | 403  | done done 404  | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerQuestions.setAnswered          | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404 404    |
| peerQuestions.takeBack             | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404 404    |
| peerRota.save                      | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| peerRota.cancel                    | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| peerSessions.plan                  | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| peerSessions.arrange               | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| peerSessions.takeRole              | sign-in | 403  | done done 404  | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerSessions.prepare               | sign-in | 403  | done done 404  | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| peerSessions.addMaterial           | sign-in | 403  | done done 404  | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| peerSessions.removeMaterial        | sign-in | 403  | done 404 404   | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
| peerSessions.leaveRole             | sign-in | 403  | done done 404  | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerSwaps.ask                      | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerSwaps.answer                   | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerSwaps.withdraw                 | sign-in | 403  | done 404 404   | 403             | 403             | 403             | 403          | 403   | 403          | 403                 |
| peerRota.lead                      | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
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
| programme.changePlace              | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| programme.beginBreak               | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| programme.changeBreak              | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| programme.cancelBreak              | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| programme.end                      | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
| programme.reopen                   | sign-in | 403  | 403            | 403             | 403             | 403             | 403          | done  | 403          | 403                 |
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
| signals.note                       | sign-in | 403  | 403            | done 404   404  | 403             | 403             | 403          | 403   | 403          | done 404 404  404   |
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
