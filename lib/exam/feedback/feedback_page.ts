/** A student's feedback as one HTML file: no network, no script, readable on a phone and on paper. */

import { Marked } from "marked";
import type { Lang } from "../../content/text.ts";
import { escaped } from "../report/html/element.ts";

/** Links and images are shown as their words, raw HTML as text: nothing in a page leads out of it. */
const writer = new Marked({
  renderer: {
    html: ({ text }) => escaped(text),
    link({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    image: ({ text }) => escaped(text),
  },
});

export function feedbackPage(markdown: string, title: string, lang: Lang): string {
  const body = writer.parse(markdown, { async: false });
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; }
h2 { font-size: 1.1rem; border-top: 1px solid #bbb; padding-top: 1rem; margin-top: 1.5rem; }
code { background: #f0f0f0; padding: 0 .2em; font-size: .95em; }
pre { background: #f0f0f0; padding: .6rem; overflow-x: auto; }
pre code { padding: 0; }
table { border-collapse: collapse; } td, th { border: 1px solid #bbb; padding: .2rem .5rem; text-align: left; }
@media print { main { max-width: none; padding: 0; } h2 { break-after: avoid; } pre { white-space: pre-wrap; } }
`;
