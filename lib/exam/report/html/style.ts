/** The style sheet of a report: phones, screens and paper; nothing is told by colour alone. */

export const style = `
:root { --ink: #1c2430; --soft: #55606e; --line: #c9d1da; --fill: #2f6690; --track: #e6ebf0; --note: #fff6e0; }
* { box-sizing: border-box; }
html { font: 16px/1.45 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: #fff;
  -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1rem; max-width: 76rem; overflow-wrap: break-word; }
bdi, code, .soft, .name { overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 0 0 .4rem; }
p { margin: .3rem 0; max-width: 46rem; }
code { font: .92em ui-monospace, "DejaVu Sans Mono", monospace; background: var(--track); padding: 0 .2em; border-radius: 3px; }
.soft { color: var(--soft); font-weight: normal; }
.note { background: var(--note); border-left: 5px solid #b77900; padding: .5rem .8rem; margin: .6rem 0; max-width: 46rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.6rem, 1fr)); gap: .6rem; margin: 1rem 0; }
.facts div { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .7rem; }
.facts dt { color: var(--soft); font-size: .85rem; }
.facts dd { margin: 0; font-size: .85rem; }
.facts .value { font-size: 1.4rem; font-weight: 600; line-height: 1.3; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); font-size: .82rem; overflow-wrap: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.word { display: block; font-size: .78rem; color: var(--soft); white-space: normal; }
.name { min-width: 9rem; }
svg { display: block; }
.histogram { width: 100%; max-width: 36rem; height: auto; }
.histogram text { font-size: 11px; fill: var(--ink); text-anchor: middle; }
.histogram .start { text-anchor: start; }
.histogram .end { text-anchor: end; }
.histogram .count { font-weight: 600; }
.bar { width: 100%; min-width: 3rem; height: .5rem; margin-top: .2rem; }
.whisker { width: 6.5rem; height: .8rem; margin: .2rem 0 0 auto; }
.column { fill: var(--fill); }
.track { fill: var(--track); }
.axis { stroke: var(--ink); stroke-width: 1; }
.faint { stroke: var(--line); stroke-width: 1; }
.mean { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 4 3; }
.range { stroke: var(--fill); stroke-width: 3; }
.dot { fill: var(--ink); }
.look { list-style: none; padding: 0; margin: 0; max-width: 52rem; }
.look > li { border: 1px solid var(--line); border-left: 5px solid var(--ink); border-radius: 4px; padding: .6rem .8rem; margin: .6rem 0; }
.look ul { margin: 0; padding-left: 1.1rem; }
.next { color: var(--soft); }
.answers { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1rem; align-items: start; }
.answers section { border: 1px solid var(--line); border-radius: 6px; padding: .7rem .8rem; }
.answers th[scope="row"] { font-weight: normal; }
.answers th.right { font-weight: 600; }
.tag { display: inline-block; font-size: .75rem; font-weight: 600; border: 1px solid var(--ink); border-radius: 3px; padding: 0 .3em; }
.standings { max-width: 36rem; }
.glossary dt { font-weight: 600; }
.glossary dd { margin: 0 0 .5rem; }
@media screen and (max-width: 46rem) {
  body { padding: .7rem; }
  table.wide, table.wide tbody, .answers table, .answers tbody, .answers thead { display: block; width: 100%; }
  table.wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.wide tr { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--line); border-radius: 6px; margin: .6rem 0; }
  table.wide th[scope="row"] { grid-column: 1 / -1; }
  table.wide td { text-align: left; border-bottom: 0; padding: .25rem .5rem; }
  table.wide td::before { content: attr(data-label); display: block; color: var(--soft); font-size: .78rem; }
  .whisker { margin-left: 0; }
  .answers tr { display: grid; grid-template-columns: 1.2fr 1fr 1fr; }
  .answers th[scope="row"] { grid-column: 1 / -1; border-bottom: 0; padding-bottom: 0; }
  .answers td, .answers thead th { padding: .15rem .5rem .3rem; white-space: normal; }
  .answers thead th:first-child { display: none; }
}
@page { size: A4; margin: 14mm 12mm; }
@media print {
  html { font-size: 10.5px; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { padding: 0; max-width: none; }
  h2 { break-after: avoid; }
  tr, .look > li, .answers section, .facts div { break-inside: avoid; }
  thead { display: table-header-group; }
  .facts { grid-template-columns: repeat(4, 1fr); }
  .histogram { max-width: 105mm; }
  .answers { grid-template-columns: repeat(2, 1fr); }
}
`;
