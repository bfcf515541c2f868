/** What may be refused here, with the Dutch sentence that the person sees. */
export const contactRefusals = {
  'contact-with': 'Kies met wie je hebt gesproken.',
  'contact-with-unknown': 'Iemand die je koos, doet niet meer mee aan deze casus. Kies opnieuw met wie je hebt gesproken.',
  'contact-in-future': 'Deze dag komt nog. Leg een gesprek vast als het geweest is.',
  'contact-discussed': 'Schrijf kort op wat er is besproken.',
  'contact-agreed': 'Schrijf op wat er is afgesproken. Is er niets afgesproken? Schrijf dat dan op.',
  'print-not-now': 'Deze pagina is er nu niet om te printen. Kijk op de casus wat wel kan.',
  'print-no-address': 'Printen kan nu niet: Routewijzer heeft nog geen adres op internet. Vraag het je beheerder.',
} as const;
