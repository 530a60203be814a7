import { expect, test } from 'vitest';
import { Html, html } from '#src/domain/html.ts';

test('whatever is put into a template stands there as text', () => {
  const typed = `<script>alert("1")</script> & 'more'`;
  expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;</p>',
  );
});

test('a template in a template stands as it is, in a list too, and what is not there leaves nothing', () => {
  const items = ['one', '<two>'].map((word) => html`<i>${word}</i>`);
  const nothing = [null, undefined, false] as const;
  expect(html`<b>${items}${nothing}</b>${0}`.text).toBe('<b><i>one</i><i>&lt;two&gt;</i></b>0');
});

test('the indentation of the source is not written, what somebody typed keeps its own', () => {
  const typed = 'first\n    second';
  const made = html`<div>
    <p>${typed}</p>
  </div>`;
  expect(made.text).toBe('<div>\n<p>first\n    second</p>\n</div>');
});

test('nothing but what `html` made passes for HTML: neither to the types nor in a template', () => {
  const pretends = { text: '<script>alert(1)</script>' };
  // @ts-expect-error Something with a text of its own is no HTML.
  const passes: Html = pretends;
  expect(passes).not.toBeInstanceOf(Html);
  expect(() => html`<p>${passes}</p>`).toThrow(TypeError);
});
