import { type Html, html } from '#src/domain/html.ts';
import type { GridCriterion } from '#src/domain/portfolio/grid.ts';
import { NOT_RATED, RATING_WORDS } from '#src/domain/portfolio/rating.ts';
import { OWN_RATINGS, type OwnRating } from '#src/domain/portfolio/words.ts';
import { tagHtml } from '#src/components/ui/tagHtml.ts';
import { isGap, openWords, shownWords, signedWords, takesWords } from './gridWords.ts';

/** What a reader of the grid sees beside the result, and what she may do. */
export interface GridLook {
  /** Her own grid: offers to start evidence for a gap. */
  readonly canClaim: boolean;
  /** Where her own rating goes, the address of `actions.portfolio.rate`; left out where the reader does not rate. */
  readonly rateAction?: string | undefined;
  /** How she sees herself, by criterion; left out where the reader does not see it. */
  readonly ratings?: ReadonlyMap<string, OwnRating> | undefined;
  /** Titles of the evidence that the reader may open, by its id. */
  readonly titles?: ReadonlyMap<string, string> | undefined;
  /** The version that counts now. */
  readonly version: string;
}

const CHOICES = [null, ...OWN_RATINGS] as const;
const choice = (one: OwnRating | null, chosen: OwnRating | null) =>
  html`<option value="${one ?? ''}" ${one !== null && one === chosen && html` selected`}>
    ${one === null ? NOT_RATED : RATING_WORDS[one]}
  </option>`;

/** The choices with each of them chosen, put together once: they stand on a page 46 times. */
const OPTIONS = new Map(CHOICES.map((chosen) => [chosen, html`${CHOICES.map((one) => choice(one, chosen))}`]));

/**
 * How she sees herself on one criterion. Keeps itself where there is JavaScript (see RatingKeeper); a plain form without. Browsers put
 * nothing back into it: what stands there is what is kept, or what she chose just now.
 */
function ratingForm(criterionId: string, rating: OwnRating | null, { version, rateAction }: GridLook): Html {
  const id = `rating-${criterionId.replace('.', '-')}`;
  return html`<form class="rating" method="post" action="${rateAction}" data-rating autocomplete="off">
    <input type="hidden" name="criterionId" value="${criterionId}" /><input
      type="hidden"
      name="criteriaVersion"
      value="${version}"
    />
    <label class="rating__label" for="${id}"
      >Your own rating<span class="govuk-visually-hidden"> of criterion ${criterionId}</span></label
    >
    <select class="govuk-select rating__choice" id="${id}" name="rating">
      ${OPTIONS.get(rating)}
    </select>
    <button class="govuk-button govuk-button--secondary button-small" type="submit">Keep</button>
    <span class="rating__said muted" role="status"></span>
  </form>`;
}

function ratingPart(criterionId: string, look: GridLook): Html | null {
  if (!look.ratings) return null;
  const rating = look.ratings.get(criterionId) ?? null;
  if (look.rateAction) return ratingForm(criterionId, rating, look);
  return html`<p class="criterion-facts">
    Their own rating: ${rating === null ? NOT_RATED : `“${RATING_WORDS[rating]}”`}
  </p>`;
}

function factsPart(criterion: GridCriterion): Html {
  const signed = signedWords(criterion);
  const old = criterion.signOff?.oldWords;
  return html`<p class="criterion-facts">
    ${shownWords(criterion)} ${openWords(criterion).map((sentence) => html`<strong>${sentence} </strong>`)}
    ${isGap(criterion) && html`<span class="muted">${takesWords(criterion)}</span>`}
    ${signed && html`<span>${signed}</span>`}
    ${old && html`<span class="muted">It was signed as ${old.id}: “${old.text}”</span>`}
  </p>`;
}

function evidencePart({ evidenceIds }: GridCriterion, titles: GridLook['titles']): Html | null {
  const links = evidenceIds.flatMap((id) => {
    const title = titles?.get(id);
    return title === undefined ? [] : [html`<a href="/portfolio/evidence/${id}">${title || 'Without a title yet'}</a>`];
  });
  const listed = links.map((link, index) => (index === 0 ? link : html`; ${link}`));
  return links.length === 0 ? null : html`<p class="criterion-facts">Evidence: ${listed}</p>`;
}

const claimPart = ({ id }: GridCriterion): Html =>
  html`<p class="criterion-facts no-print">
    <a href="/portfolio/evidence/new?criteria=${id}"
      >Start evidence for it<span class="govuk-visually-hidden">: criterion ${id}</span></a
    >
  </p>`;

/** One criterion: its state, what is shown and what is missing, and beside it how she sees herself. Two labels, never one. */
function criterionHtml(criterion: GridCriterion, look: GridLook): Html {
  const { id, text, state } = criterion;
  return html`<div id="criterion-${id}">
    <dt>${id} ${look.ratings && html`<span class="criterion-label">Result:</span> `}${tagHtml(state)}</dt>
    <dd>
      <p class="criterion-text">${text}</p>
      ${factsPart(criterion)}${evidencePart(criterion, look.titles)}${look.canClaim && isGap(criterion) && claimPart(criterion)}${ratingPart(id, look)}
    </dd>
  </div> `;
}

/** The criteria of a unit as a list, in one piece: a component for each of 46 with a form in it took longer than all else on the page. */
export function criteriaHtml(criteria: readonly GridCriterion[], look: GridLook): Html {
  return html`<dl class="criteria">${criteria.map((criterion) => criterionHtml(criterion, look))}</dl>`;
}
