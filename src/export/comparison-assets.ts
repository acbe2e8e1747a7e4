/** What the comparison adds to the style of the brief: tables with a column a party, loud differences, quiet agreement. */
export const comparisonStyle = `
body.comparison { grid-template-columns: minmax(34rem, 3fr) minmax(20rem, 2fr); }
.comparison h1 .when { font-size: 1rem; }
.accounts li { border-left-color: var(--quiet); }
.note { border-left: 3px solid var(--now); padding-left: .6rem; margin: .4rem 0; }
.comparison table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.comparison th, .comparison td { text-align: left; vertical-align: top; padding: .45rem .6rem .45rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.comparison thead th { border: 0; color: var(--quiet); font-size: .85rem; } .comparison th:first-child { width: 24%; font-weight: 600; }
.comparison td p { margin: 0 0 .4rem; } .comparison td em { font-style: normal; background: var(--mark); }
.labels { margin: 0; } .labels li { border: 0; padding: 0; margin: 0 0 .15rem; font-size: .9rem; } .labels li + li { color: var(--quiet); font-weight: 400; }
.empty { color: var(--quiet); font-style: italic; } .condition { color: var(--quiet); font-size: .9rem; }
.verdict.attributed-only h2, .verdict.conflicts h2, .verdict.differs h2 { border-bottom: 2px solid var(--now); }
.verdict.shared, .quiet { color: var(--quiet); } .quiet { columns: 2; } .quiet li { border: 0; padding: 0; margin: .1rem 0; break-inside: avoid; }
.comparison details { margin: 1rem 0; } .comparison summary { cursor: pointer; font-weight: 600; }
@media print { body.comparison { display: block; } .comparison details { display: none; } .comparison tr { break-inside: avoid; } }
`;
