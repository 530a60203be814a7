/** What is in an export, for whoever brings it in elsewhere. The same stands in docs/portfolio-export.md. */
export const FORMAT_TEXT = `What is in this folder
======================

index.html       the portfolio to read and to print; needs nothing beside it
                 but the files it links to
portfolio.json   the same as data, UTF-8
files/           the files of the evidence, as they were kept
proof/           the very texts whose hashes were signed
ledger/          her entries of the sign-off ledger, the chain, the newest
                 anchor, the public key, and VERIFY.txt
MANIFEST.txt     SHA-256 of every file, for sha256sum -c

portfolio.json, format "pqip-portfolio", version 1
--------------------------------------------------

Instants are UTC in whole seconds (2026-11-21T22:03:00Z), days YYYY-MM-DD.
People are { id, name }. null means that there is none.

exportId, exportedAt, trainee
qualifications[]  version, label, notice, units[] of id, title, summary,
                  criteria[] of id, text, neededTimes, kinds, mustInclude,
                  currentForMonths. The last one is the newest.
evidence[]        id, kind, writer (null: the trainee), createdAt, removedAt
  removal         null, or reason, removedAt, sha256: the content is gone
  draft           her own text as she was writing it; null where an assessor
                  writes, or where she took it out: title, text, details,
                  happenedOn, qualificationVersion, revision, savedAt,
                  claims[] of criterionId, whereShown, files[] (ids),
                  justifications[] of place, kind, reason
  witness         null, or asked[], answer, check, each with its removal
  snapshots[]     what was handed in, oldest first: as draft, with id,
                  number, changeNote, format, sha256, submittedAt,
                  withdrawnAt, removal, detailsText (details as they were
                  hashed), signatures[] of an observation or a discussion
                  (words, and their removal), refusal (sent back unsigned,
                  and why; or null), signOff (a signature under the whole of it, from before
                  criteria were signed off)
  assessments[]   id, submissionId, assessor, outcome ("returned", or
                  "to_sign": every claim met), comment, assessedAt, format,
                  needsCountersign, removal, decisions[] of criterionId,
                  outcome ("met", "working_towards", "not_met"), feedback,
                  annotations[] of startsAt, endsAt (UTF-16 units of the
                  text of the snapshot), note, countersignature (with the
                  removal of its words), verifications[] (on which criteria
                  a quality assurer agreed, and when)
  wordJustifications[]
                  why passages may stand in words of others: wordsOf
                  ("assessment", "record_words", "witness_answer"),
                  recordId, place, kind, reason
files[]           id, evidenceId, name, type, sizeBytes, sha256, scan,
                  uploadedAt, takenOffAt, removedAt, removal, path (in this
                  folder; null: not in it any more)
signOffs[]        id, subject ("criterion", "unit", "qualification"),
                  subjectId, qualificationVersion, round, signedBy,
                  signedAt, ledgerSeq, basis[] of assessmentId,
                  submissionId, unlock (null while it stands; else by,
                  reason, unlockedAt, ledgerSeq, removal)
ratings[]         how she sees herself: criterionId, rating, ratedAt
plan[]            what was planned: kind, criteria, plannedOn, words,
                  removal, ...
exports[]         when she took her portfolio with her, this time included

A reader of version 1 should pass over members that it does not know.
`;
