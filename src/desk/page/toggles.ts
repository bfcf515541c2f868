import type * as Renderer from 'adaptivecards';

declare const AdaptiveCards: typeof Renderer;

/**
 * `Action.ToggleVisibility`: "Waarom?" and the like. They send nothing, so they may not look like an answer.
 * The renderer draws them as any other button and says nowhere whether they are open; this adds both.
 */

/** Rises with each toggle of the page: cards use the same ids over and over, a page may not. */
let last = 0;

/**
 * Marks the toggles of a card that has just been rendered.
 * A toggle in front of text becomes a quiet link, one in front of a form stays a button; CSS gives both an arrow.
 * @returns the ids, as the card has them, of what stands open when it is called
 */
export function markToggles(card: Renderer.AdaptiveCard): () => readonly string[] {
  const all: Renderer.CardElement[] = [];
  const updates: (() => void)[] = [];
  for (const action of card.getAllActions()) {
    const button = action.renderedElement;
    if (!(action instanceof AdaptiveCards.ToggleVisibilityAction) || button === undefined) continue;
    const targets = opened(action, card);
    all.push(...targets);
    for (const { renderedElement } of targets) {
      last += 1;
      if (renderedElement !== undefined) renderedElement.id = `opened-${String(last)}`;
    }
    button.classList.add('toggle', ...(targets.some(holdsInputs) ? [] : ['quiet']));
    updates.push(() => {
      button.setAttribute('aria-expanded', String(targets.some((target) => target.isVisible)));
      button.setAttribute('aria-controls', targets.map((target) => target.renderedElement?.id ?? '').join(' '));
      // The renderer puts it on what opens, where a screen reader may not find it.
      for (const target of targets) target.renderedElement?.removeAttribute('aria-expanded');
    });
    // After the renderer's own listener. One toggle may close what another one opened, so all are brought up to date.
    button.addEventListener('click', () => { for (const update of updates) update(); });
  }
  for (const update of updates) update();
  return () => all.flatMap(({ id, isVisible }) => (id !== undefined && isVisible ? [id] : []));
}

/** What a toggle opens, without what it only closes. */
function opened(action: Renderer.ToggleVisibilityAction, card: Renderer.AdaptiveCard): Renderer.CardElement[] {
  return Object.entries(action.targetElements).flatMap(([id, to]) => {
    // `isVisible: false` closes; the type of the renderer leaves out that a plain toggle has no value.
    const target = (to as boolean | undefined) === false ? undefined : card.getElementById(id);
    return target === undefined ? [] : [target];
  });
}

function holdsInputs(target: Renderer.CardElement): boolean {
  return target instanceof AdaptiveCards.CardElementContainer && target.getAllInputs().length > 0;
}
