import { type Html, html } from '#src/domain/html.ts';
import { TAG_KINDS, type TagKind, tagLook } from '#src/components/ui/tagKinds.ts';

function shapeHtml(kind: TagKind): Html | null {
  const path = tagLook(kind).shape;
  if (path === '') return null;
  return html`<svg class="tag-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
    <path fill="currentColor" fill-rule="evenodd" d="${path}"></path>
  </svg>`;
}

const SHAPES = new Map(TAG_KINDS.map((kind) => [kind, shapeHtml(kind)]));

/** A status as `Tag.astro` shows it, for tables that are written in one piece. `words`: instead of its own. */
export function tagHtml(kind: TagKind, words?: string): Html {
  const look = tagLook(kind);
  return html`<strong class="govuk-tag govuk-tag--${look.colour}">${SHAPES.get(kind)}${words ?? look.words}</strong>`;
}
