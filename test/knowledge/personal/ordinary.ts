/** What colleagues type, without anything that leads to a person: nothing of it may be taken out. */
export const ORDINARY: readonly string[] = `
hoi ik maak me zorgen over een jongen uit groep 5, hij is zo teruggetrokken de laatste tijd. wat nu?
vader en moeder zijn gescheiden en vader tekent niet. kan ik door met alleen moeders handtekening?
allebei complex, leren en thuis. wie trekt de kar?
meisje al 4 wkn ziekgemeld met buikpijn, ouders vaag. leerplicht melden?
vrijstelling geven we toch alleen voor 1 jaar na overleg met het swv?
leerling (15) appte dat ze er niet meer wil zijn
ik kom in een gezin met schulden en kind eet slecht, kan ik dit zelf oppakken
ouders willen dat de ggd de casusregie doet. kan dat?
we zijn echt handelingsverlegen bij een kleuter
hoe vaak moet dat zat eigenlijk
mdo plannne volgende week, wie nodigd uit?
opp evalueer ik 1x per jaar klopt dat?
geen enkele school wil haar hebben!!
lln woont in veendam maar zit bij ons in hoogezand. welke regievoerder en welke gemeente?
aanmelding binnen, blijkt enkelvoudig. wie houdt regie vanuit ons?
wanneer is het specialistisch casemanagement?
lln van 16 wil niet dat ik haar ouders bel
ouders willen 3 weken naar turkije voor familie, wie beslist
we komen er niet uit in het oogo jeugd. wat nu
hoelang duurt een oza aanvraag bij jullie
telt week 42 mee voor die 16 uur? herfstvakantie toch
De moeder wil dat ik het sociaal team bel. Mag dat zonder toestemming van vader?
In de mei vakantie gaan ze drie weken weg
Elke dag komt hij te laat
Door de scheiding gaat het slecht
Wil de jongere dit zelf?
Job coaching voor een leerling van 17
Storm op het schoolplein
Mag ik haar mentor bellen?
Op maandag 23 november om 14.30 uur is het MDO in Hoogezand
Kan het MDO op 20-11-2026 van 14.30 - 15.30 uur?
Kan de IB'er mee naar het ZAT?
De KOO, de JGZ en het sociaal team willen alle drie iets anders
Het gaat om een leerling uit 3 havo met autisme
Mijn collega's en ik twijfelen over een TLV voor het SBO
Is er een wachtlijst bij Accare of Molendrift?
Werkt William Schrikker ook in Midden-Groningen?
Hij zit op de Titus Brandsma school
Ze ging van de Anne Frankschool naar OBS De Wilgen
Een meisje van de Theo Thijssen school komt bij ons
We doen Rots en Water en Marietje Kessels in groep 7
Is er een lesbrief over Anne Frank?
Leerling met het syndroom van Gilles de la Tourette
Hij heeft Asperger en ook Tourette volgens de arts
De Wilhelmina Kinderziekenhuis school geeft les
Wat is Jip-en-Janneketaal?
Ik zoek de route voor Midden-Groningen
Wat zegt de Leerplichtwet over vakantie in Turkije?
Moeder spreekt alleen Arabisch, vader een beetje Engels
Een gezin uit Syrië, kinderen van 6 en 9
Het kind komt uit Oekraïne en spreekt nog geen Nederlands
De leraar Frans en de docent Engels zien hetzelfde
Juf is ziek en er is geen vervanging
Meester zegt dat hij druk is in de klas
De juf van groep 3 belde me
Wie is de directeur van een school in Slochteren?
Zijn broer zit in groep 8 en doet het goed
Haar zus gaat naar het vso
Ik heb met opa en oma gesproken
De oma van het kind haalt het op
Volgens de meester van groep 6 leest hij slecht
Vanaf 16 jaar beslist de jongere zelf, toch?
Is ze 16?
Wat als een ouder zonder gezag informatie vraagt?
Het gaat mis in de pauze en bij gym
Ik ben mentor van een leerling in 2 vmbo
ik ben ib'er op een sbo
als mentor wil ik weten wat ik mag delen
wij van jgz zien haar al jaren
Kan leerplicht meedenken voordat we melden?
Hij heeft 20 uur gemist in 4 weken
16 lesuren ongeoorloofd, en nu?
Schooljaar 2026-2027 begint de overstap
In 2024/2025 ging het nog goed
Het kost € 12.345.678 per jaar voor de hele regio
De begroting is 123.456.782 euro
Wat is het nummer van Veilig Thuis? 0800-2000 toch?
Bel ik 112 of 113?
De Kindertelefoon is 0800-0432
Artikel 5 onder a of artikel 11?
Groep 3 4 5 6 7 8 hebben allemaal last van hem
Hij scoort E op Cito begrijpend lezen en A op rekenen
Toets M5: IV, E4: V
Niveau 2 mbo bij het Alfa-college
Ze wil naar het Noorderpoort of naar het Terra
Is het OPP verplicht bij een arrangement?
Hoe vraag ik een arrangement aan bij PO 20.01?
SWV VO 20.02 zegt iets anders dan PO 20.01
We gebruiken ParnasSys en Kindkans
Staat dit in Somtoday of in Magister?
Registreer ik dit in Indigo of in Zorg voor Jeugd Groningen?
Moet ik het in Teams zetten?
De gedragswetenschapper van het sociaal team belt morgen
Wie is regisseur als de leefvraag complex is
Leervraag enkelvoudig, leefvraag complex, wie is aan zet
Er is een plan van aanpak maar niemand doet iets
Het stagnatiepunt reageert niet
Wij lopen vast met school en gemeente
De samenwerking stokt al maanden
Ouders zijn het niet eens met het schooladvies
Een leerling van 14 weigert elke hulp
Hij rookt wiet en is vaak moe
Zij slaapt slecht en eet weinig
Er zijn zorgen over roos en schilfers, kan jgz kijken?
De roos in de schooltuin bloeit
Hij is dol op beren en tijgers
Ze tekent een ster en een maan
De storm was hevig, veel kinderen waren bang
Een bos bloemen voor de juf
Bakker of slager worden, dat wil hij
De boer naast de school helpt mee
Zijn vader is visser en vaak weg
Moeder is kapster, vader werkt op een boot
De koning komt op bezoek
Wij vieren Koningsdag en Sinterklaas op school
In april en mei zijn er veel vrije dagen
Vanaf juni gaat hij minder uren naar school
Graag voor 1 december reageren
Kan ik hulp vragen bij de Kinderombudsman?
Is een wijkagent nodig bij het MDO?
Mag de huisarts iets zeggen tegen school?
De logopedist ziet een achterstand
De psycholoog wil een IQ test doen
Wat doet de orthopedagoog van het bovenschools team?
Is dit een leervraag of een leefvraag?
Wanneer is het thuiszitten?
Hoeveel dagen verlof mag een directeur geven
Twaalf dagen verlof voor een bruiloft
We hebben morgen een gesprek met beide ouders
Ouders weten nog van niets
De leerling kwam zelf naar mij toe
Ik heb het al met de ib'er besproken
Vader is boos en wil een klacht indienen
Kan de casemanager bij de evaluatie zijn?
Met wie deel ik het verslag?
Help, ik weet het niet meer
dank je wel, fijn weekend
Goedemorgen, ik heb een vraag over dyslexie
Hallo, kun je me helpen met een OPP?
Nee hoor, dat is al geregeld
Ja, dat klopt
weet ik niet
Wat bewaar je van mij
mijn casussen
waar sta ik in de route
Wie doet wat bij verzuim
De jongen zegt: ik wil niet naar school
Ze zei "laat mij met rust" tegen de juf
Het is een tweeling en ze zitten in dezelfde klas
Een peuter van 3 jaar, speciaal onderwijs of niet?
Kind is zindelijk noch leerbaar volgens opvang
Een jongere van 18+ zonder startkwalificatie
Leerplichtambtenaar Midden-Groningen, hoe bereik ik die?
Casemanager Jeugd gezocht
Directeur OBS De Zonnebloem belt niet terug
Zij gaat naar logopedie op dinsdag
Hij heeft ADHD, ODD en een TOS
Veilig leren lezen werkt niet bij haar
Grip op de groep heeft niet geholpen
Kanjertraining in groep 6
Het Leger des Heils begeleidt het gezin
Mee of Humanitas, wie kan helpen?
kan ik het kind aanmelden bij Triple P
Nooit eerder zo'n boze ouder gehad
De ene zegt dit, de andere dat
Ad hoc overleg met de gemeente
Zon en zee zijn zijn lievelingswoorden
leerling wil bakker worden
Leerling wil niet naar school
ben je er nog?
Mark mij niet verkeerd
We gaan in de lente evalueren
Hoe lang bewaar ik een dossier?
Welke termijn geldt er na een aanvraag?
Zet maar in de agenda: 7-11-2026 14 uur
Twee keer per jaar of 1 keer?
De groep van 28 kinderen is te groot
20 30 40 50 procent, dat soort getallen
A. Eerst de ouders
B. Daarna de IB'er
`.trim().split('\n');
