import type * as Renderer from 'adaptivecards';
import { hostConfig } from './host-config.js';
import { markToggles } from './toggles.js';

/** The renderer is loaded as a script of its own (UMD) and stands on the window. */
declare const AdaptiveCards: typeof Renderer;

/** A press on an `Action.Execute` or `Action.Submit`: its data merged with what was filled in. */
export interface Press {
  /** `dialog`: an `Action.Submit` that opens one. */
  readonly kind: 'execute' | 'submit' | 'dialog';
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** What somebody did to a card and has not sent: typed values by input id, and the ids of what was opened. */
export interface Underway {
  readonly values: Readonly<Record<string, string>>;
  readonly open: readonly string[];
}
export interface DrawnCard {
  readonly element: HTMLElement;
  underway(): Underway;
}

/**
 * Cards may hold Markdown; the desk shows plain text. An escaped sign loses its backslash and a list keeps its dots.
 * Everything is escaped, so that no text can become HTML.
 */
function asPlainText(text: string): string {
  const plain = text.replace(/\\([\\`*_{}[\]()#+\-.!>|~<])/g, '$1').replace(/^[-*] /gm, '• ').replace(/\*\*([^*\n]+)\*\*/g, '$1');
  const holder = document.createElement('span');
  holder.textContent = plain;
  return holder.innerHTML;
}

function openLink(url: string | undefined): void {
  if (url !== undefined && /^(https?|tel|mailto):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

/** Puts what somebody had already filled in or opened into a card that takes the place of an older one. */
function keepUnderway(card: unknown, underway: Underway): unknown {
  if (Array.isArray(card)) return card.map((part) => keepUnderway(part, underway));
  if (typeof card !== 'object' || card === null) return card;
  const kept = Object.fromEntries(Object.entries(card).map(([key, part]) => [key, keepUnderway(part, underway)]));
  const { type, id } = kept;
  if (typeof type !== 'string' || typeof id !== 'string') return kept;
  if (underway.open.includes(id)) return { ...kept, isVisible: true };
  const value = type.startsWith('Input.') ? underway.values[id] : undefined;
  return value === undefined ? kept : { ...kept, value };
}

/** Teams' own mark for a button that opens a dialog. */
function opensDialog({ msteams }: Record<string, unknown>): boolean {
  return typeof msteams === 'object' && msteams !== null && 'type' in msteams && msteams.type === 'task/fetch';
}

/** Draws a card. `underway` is what an older drawing held and must not get lost. */
export function drawCard(json: Record<string, unknown>, underway: Underway | undefined, press: (press: Press) => void): DrawnCard {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = asPlainText(text);
    result.didProcess = true;
  };
  // What was filled in stays "changed" after a click, so that it survives when the click fails.
  AdaptiveCards.GlobalSettings.resetInputsDirtyStateAfterActionExecution = false;
  // With the Tab key one goes from button to button, without a stop at each card.
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  // The renderer forgets these two while it reads the configuration.
  card.hostConfig.inputs.label.requiredInputs.suffix = ' (verplicht)';
  card.hostConfig.inputs.label.requiredInputs.suffixColor = AdaptiveCards.TextColor.Default;
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) openLink(action.url);
    // Execute and Submit: `data` already holds the inputs, checked by the renderer.
    if (action instanceof AdaptiveCards.SubmitActionBase) {
      const data = (action.data ?? {}) as Record<string, unknown>;
      if (action instanceof AdaptiveCards.ExecuteAction) press({ kind: 'execute', verb: action.verb, data });
      else press({ kind: opensDialog(data) ? 'dialog' : 'submit', verb: '', data });
    }
  };
  card.onAnchorClicked = (_element, anchor) => {
    openLink(anchor.href);
    return true;
  };
  card.parse(underway === undefined ? json : keepUnderway(json, underway));
  const element = card.render() ?? document.createElement('div');
  const open = markToggles(card);
  return {
    element,
    underway: () => {
      const values: Record<string, string> = {};
      for (const input of card.getAllInputs()) if (input.id !== undefined && input.isDirty()) values[input.id] = String(input.value ?? '');
      return { values, open: open() };
    },
  };
}
