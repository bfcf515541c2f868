/** What tells of danger, with which; held against the phrases alone and against all of the understanding. */
export const DANGER: readonly (readonly [string, string])[] = [
  ['suicidaliteit', 'een leerling heeft zelfmoordgedachten'], ['suicidaliteit', 'ze is suïcidaal'], ['suicidaliteit', 'hij praat over zelfdoding'],
  ['suicidaliteit', 'een kind wil niet meer leven'], ['suicidaliteit', 'ze zegt: ik wil dood'], ['suicidaliteit', 'hij wou dat hij dood was'],
  ['suicidaliteit', 'ze wil een einde aan haar leven maken'], ['suicidaliteit', 'hij dreigt zich van kant te maken'], ['suicidaliteit', 'ze heeft een afscheidsbrief geschreven'],
  ['suicidaliteit', 'hij ziet het leven niet meer zitten'], ['suicidaliteit', 'ze wil zichzelf iets aandoen'], ['suicidaliteit', 'een meisje snijdt zichzelf'],
  ['suicidaliteit', 'ze heeft pillen geslikt'], ['suicidaliteit', 'hij zegt dat hij voor de trein springt'], ['suicidaliteit', 'Zij hoopt niet meer wakker te worden'],
  ['suicidaliteit', 'ze denkt eraan zichzelf op te hangen, ze wil zich ophangen'], ['suicidaliteit', 'hij vindt zijn leven zinloos'], ['suicidaliteit', 'leerling heeft een doodswens'],
  ['suicidaliteit', 'leerling (15) appte dat ze er niet meer wil zijn'], ['suicidaliteit', 'Een meisje schreef dat ze niet meer wil leven'],
  ['suicidaliteit', 'hij zegt dat hij er liever niet meer was'], ['suicidaliteit', 'een jongen uit 4 havo zegt dat hij dood wil'],
  ['acuut', 'er is nu direct gevaar'], ['acuut', 'het kind is nu niet veilig'], ['acuut', 'vader staat met een mes op het plein'], ['acuut', 'een leerling is bewusteloos'],
  ['acuut', 'een leerling wordt op dit moment bedreigd'], ['acuut', 'vader dreigt haar te vermoorden'], ['acuut', 'hij heeft een pistool bij zich'],
  ['collega', 'een collega is handtastelijk bij leerlingen'], ['collega', 'ik denk dat een docent een relatie met een leerling heeft'], ['collega', 'de meester heeft een meisje betast'], ['collega', 'mijn collega stuurt naaktfoto\'s aan een leerling'],
  ['vermoeden', 'hij wordt thuis geslagen'], ['vermoeden', 'ze heeft blauwe plekken'], ['vermoeden', 'haar vader slaat haar'], ['vermoeden', 'ik denk dat ze mishandeld wordt'],
  ['vermoeden', 'ik vermoed kindermishandeling'], ['vermoeden', 'er is sprake van huiselijk geweld'], ['vermoeden', 'hij is bang om naar huis te gaan'], ['vermoeden', 'ze durft niet naar huis'],
  ['vermoeden', 'ik denk dat het kind thuis niet veilig is'], ['vermoeden', 'ze wordt misbruikt door haar oom'], ['vermoeden', 'het jongetje wordt verwaarloosd'], ['vermoeden', 'hij krijgt thuis niet te eten'],
  ['vermoeden', 'zijn ouders sluiten hem op'], ['vermoeden', 'ze is bang voor haar stiefvader'], ['vermoeden', 'er is veel geweld tussen de ouders'], ['vermoeden', 'ik ben bang dat ze uitgehuwelijkt wordt, uithuwelijking dus'],
];

/** What sounds like danger and is none. */
export const CALM: readonly string[] = [
  'wanneer moet ik de meldcode gebruiken', 'wat is veilig thuis', 'hoe werkt de meldcode huiselijk geweld en kindermishandeling?', 'wat is het nummer van Veilig Thuis', 'wie is bij ons aandachtsfunctionaris?',
  'ik maak me zorgen over een leerling', 'hij slaat andere kinderen op het plein', 'ze slaat vaak een les over en haar moeder belt dan', 'mag ik dit delen met de GGD', 'de oversteek bij school is gevaarlijk',
  'zijn opa is dood', 'hij is de laatste tijd doodmoe', 'zij verveelt zich in de les', 'hij is bang voor honden', 'ze is bang voor de toets', 'hij komt al weken niet op school', 'moeder is ziek en ligt thuis',
  'hoe vraag ik toestemming aan gescheiden ouders', 'wie nodigt uit voor het mdo', 'welk nummer heeft de leerplichtambtenaar', 'hij heeft thuis geen boeken', 'de samenwerking loopt vast',
  'we werken aan een veilige sfeer in de klas', 'hij luistert niet en schopt tegen tafels', 'ze is erg teruggetrokken', 'de juf is met verlof', 'wat doet een casemanager', 'wil je me helpen met een plan van aanpak',
  'hij krijgt extra begeleiding bij rekenen', 'ouders leven gescheiden', 'ze heeft haar mond gesneden aan papier', 'de docent geeft les over seksuele voorlichting',
  'meldcode', 'stappen van de meldcode', 'hij heeft nergens zin in', 'training suïcidepreventie', 'wanneer moet ik melden', 'ik schrik me dood', 'kill', 'doodop', 'hij vermoordt me als ik dit niet inlever',
  'geen signalen van mishandeling', '',
];
