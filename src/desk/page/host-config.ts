/** Our own look for Adaptive Cards, in the spirit of Teams. Text on its ground has a contrast of 4.5 or more. */

const FONT = '"Segoe UI", system-ui, -apple-system, "Helvetica Neue", sans-serif';

const INK = { default: '#242424', subtle: '#5c5c5c' };
const colors = {
  default: INK,
  dark: INK,
  light: { default: '#ffffff', subtle: '#f0f0f0' },
  accent: { default: '#3f4f94', subtle: '#4e5c9c' },
  good: { default: '#1b6b38', subtle: '#2b7045' },
  warning: { default: '#7a4a00', subtle: '#845412' },
  attention: { default: '#a1262d', subtle: '#a8353b' },
};

function ground(backgroundColor: string, borderColor: string): Record<string, unknown> {
  return { backgroundColor, borderColor, foregroundColors: colors };
}

export const hostConfig = {
  fontFamily: FONT,
  fontSizes: { small: 12.5, default: 14.5, medium: 16, large: 19, extraLarge: 23 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 17, default: 21, medium: 22, large: 25, extraLarge: 30 },
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e4e4ea' },
  supportsInteractivity: true,
  imageSizes: { small: 40, medium: 72, large: 140 },
  containerStyles: {
    default: ground('#ffffff', '#e4e4ea'),
    emphasis: ground('#f5f5f8', '#e4e4ea'),
    accent: ground('#eef0fa', '#cfd5ee'),
    good: ground('#edf7f0', '#bfe0ca'),
    warning: ground('#fff7e6', '#f0d9a8'),
    attention: ground('#fdf1f0', '#ecc5c3'),
  },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
  actions: {
    maxActions: 20,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    allowTitleToWrap: true,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'bolder' },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 260 },
    value: { wrap: true },
    spacing: 16,
  },
};
