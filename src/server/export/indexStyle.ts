/** The look of the exported page: readable on a screen of any width, and on paper. Nothing is fetched. */
export const INDEX_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; font: 1.0625rem/1.55 system-ui, "Segoe UI", Arial, sans-serif; color: #0b0c0c; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 3px solid #0b0c0c; font-size: 1.5rem; }
h3 { margin-top: 2.25rem; font-size: 1.25rem; }
h4 { margin: 1.5rem 0 .5rem; font-size: 1.0625rem; }
a { color: #1a5fb4; }
a:focus { outline: 3px solid #fd0; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th[scope=row] { font-weight: 400; min-width: 12rem; }
caption { text-align: left; font-weight: 700; padding-bottom: .5rem; }
th, td { min-width: 6rem; overflow-wrap: break-word; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #b1b4b6; text-align: left; vertical-align: top; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .35rem 1rem; }
dt { font-weight: 700; }
dd { margin: 0; }
.words { white-space: pre-wrap; border-left: 4px solid #b1b4b6; padding-left: 1rem; }
.gone { border-left: 4px solid #0b0c0c; padding-left: 1rem; font-weight: 700; }
.small { font-size: .9375rem; color: #484d53; }
.hash { font-family: ui-monospace, Consolas, monospace; font-size: .875rem; word-break: break-all; }
mark { background: #fff3bf; color: inherit; }
.wide { overflow-x: auto; }
.on-paper { display: none; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } }
@page { size: a4; margin: 18mm 16mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, .skip, .on-screen { display: none; }
  .on-paper { display: inline; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, caption, thead { break-after: avoid; }
  .item { break-before: page; }
  tr, .decision { break-inside: avoid; }
}
`;
