/** What may be refused here, with the Dutch sentence that the person sees. */
export const stepRefusals = {
  'choose-step-and-age': 'Kies een stap en een leeftijd.',
  'already-open': 'Deze casus is al geopend.',
  'choose-wait': 'Kies waarop je wacht en tot wanneer.',
  'wait-too-long': 'Kies een dag binnen een half jaar.',
  'choose-ending': 'Kies hoe het is afgelopen.',
  'reason-needed': 'Schrijf in een paar woorden waarom.',
  'not-closed': 'Deze casus is niet afgesloten. Je kunt gewoon verder.',
  'still-stuck': 'Deze casus loopt nog vast. Leg eerst vast dat het weer loopt, of sluit hem af bij het stagnatiepunt.',
} as const;
