/** How to check the proof without the portal. Goes into every export; the same steps stand in docs/portfolio-export.md. */
export const VERIFY_TEXT = `How to check this portfolio without the portal
==============================================

You need sha256sum and openssl 3, which most systems have. Run the commands in
the folder that you unpacked. Nothing here needs a connection.

1. Nothing was changed since the file was made

   sha256sum -c MANIFEST.txt

   Every line must say OK. This finds damage. It does not find somebody who
   wrote the manifest anew; the signatures below do.

2. Each entry of the ledger says what was signed

   ledger/entries/000000012.text is the text of entry 12, as it was hashed:
   "pqip-ledger-v1", the hash of the entry before it, and the body.

   sha256sum ledger/entries/*.text

   The hash of each must be the one in ledger/chain.csv at that position.

3. Each entry was signed with the portal's key

   for f in ledger/entries/*.hash; do
     openssl pkeyutl -verify -pubin -inkey ledger/public-key.pem -rawin \\
       -in "$f" -sigfile "\${f%.hash}.sig"
   done

   Each must say "Signature Verified Successfully". Compare the public key
   with one that you got from the programme itself, not from this file.

4. The entries stand in the chain, and the chain is vouched for

   The second line of each entry's text is the hash of the entry before it.
   It must be the hash at the position before in ledger/chain.csv.

   ledger/anchor.txt says how many entries the ledger had and what the hash
   of the last of them was. That hash must stand at that position in
   ledger/chain.csv. Its last line is a signature over the lines before it:

   head -n 6 ledger/anchor.txt > anchor.lines
   tail -n 1 ledger/anchor.txt | cut -d ' ' -f 2 | base64 -d > anchor.sig
   openssl pkeyutl -verify -pubin -inkey ledger/public-key.pem -rawin \\
     -in anchor.lines -sigfile anchor.sig

5. What was signed is what is here

   The body of an entry names submissions and assessments with their SHA-256.
   The very texts that were hashed are in proof/:

   sha256sum proof/submissions/*.json proof/assessments/*.json

   What was added to a signature under an observation or a discussion stands
   in portfolio.json; its SHA-256 is the "wordsSha256" of the entry. Why
   passages in it may stay is in proof/record-reasons/, with the SHA-256 that
   the entry calls "reasonsSha256" (older entries have none). What a witness
   wrote is in proof/witness-answers/; its SHA-256 stands beside it in
   portfolio.json, and its words in the submission that was signed.

   Files are named in the submissions by their SHA-256, too:

   sha256sum files/*

   A text or a file whose content was removed is not here. Its hash stays in
   portfolio.json and in the ledger, so its place can still be checked.
`;
