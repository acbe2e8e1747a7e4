/** Style of the brief as HTML: one column to read, A4 with margins to print. System fonts, for Chinese as well. */
export const deskBriefStyle = `
:root { color-scheme: light; --ink: #1c1b19; --quiet: #5a554d; --line: #d8d3c8; --link: #0b4f7d; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.5rem 4rem; color: var(--ink); background: #fff; font: 16px/1.5 Georgia, "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1.2rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; padding-bottom: .15rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
h2, h3, .lead { break-after: avoid; }
.lead { font-style: italic; color: var(--quiet); margin: .6rem 0 .1rem; }
ul { list-style: none; margin: 0; padding: 0; } ul li { margin: .35rem 0; padding-left: .85rem; text-indent: -.85rem; } ul li::before { content: "– "; color: var(--quiet); }
li { break-inside: avoid; overflow-wrap: anywhere; }
.label { font-style: italic; }
.left, .method { color: var(--quiet); font-size: .85rem; }
sup { line-height: 0; font-size: .68em; } sup a { text-decoration: none; padding: 0 .08em; }
a { color: var(--link); }
.sources, .notes { font-size: .8rem; line-height: 1.4; padding-left: 2em; } .notes li:target, sup a:target { background: #fdeeb8; }
.notes p { margin: 0; } .back { text-decoration: none; }
q { quotes: none; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
@media (max-width: 30rem) { body { padding: 1.2rem .9rem 3rem; } }
@page { size: A4; margin: 18mm 20mm; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.38; } h1 { font-size: 16pt; } h2 { font-size: 12pt; margin-top: 10pt; } a { color: inherit; text-decoration: none; } .sources, .notes { font-size: 7.5pt; line-height: 1.3; } .notes { columns: 2; column-gap: 7mm; } .back { display: none; } }
`;
