/**
 * The history's sentences, one for each kind of src/domain/event.ts. Values: who (with the role acted in), amount, day,
 * union and person (each "none" when the event has none) and detail (a word of the field's own vocabulary).
 */
export const events = {
  title: "Det här har hänt",
  empty: "Inget har hänt än. Här står varje steg så snart det är taget.",
  who: {
    withRole: "{name} ({role})",
    onBehalf: "{name} ({role}, för {other})",
    hidden: "En medarbetare",
    hiddenWithRole:
      "{role, select, manager {En chef} coordinator {Samordnaren} unionRep {En facklig företrädare} hr {HR} admin {Administratören} other {En medarbetare}}",
    you: "Du",
    youOnBehalf: "Du (för {other})",
    portal: "Portalen",
    someone: "medarbetare",
  },
  roles: {
    manager: "chef",
    coordinator: "samordnare",
    unionRep: "facklig företrädare",
    hr: "HR och ekonomi",
    admin: "administratör",
  },
  idea: {
    submitted:
      "{who} lämnade in idén{detail, select, withManager { till chefen} alone { direkt till samordnaren} other {}}.",
    endorsed:
      "{who} tillstyrkte idén{amount, select, none {} other { och räknar med {amount} i egen kostnad för enheten}}.",
    returned: "{who} återsände idén med det som saknas.",
    takenUp: "{who} tog upp idén till dialog.",
    converted: "{who} tog med idén i en {scheme, select, lom {ansökan} other {föranmälan}}.",
    declined: "{who} sa nej till idén och gav ett nästa steg.",
    parked: "{who} lade idén åt sidan tills vidare.",
    resumed: "{who} tog upp idén igen.",
    reopened:
      "Idén är öppen för dialog igen, eftersom {scheme, select, lom {ansökan} other {föranmälan}} inte blev av.",
  },
  preRegistration: {
    created: "{who} började på {scheme, select, lom {ansökan} other {föranmälan}}.",
    changed:
      "{who} ändrade {detail, select, need {behovet} initiative {insatsen} beyondOrdinary {varför det går utöver det vanliga} groups {deltagarna} provider {utföraren} period {perioden} owner {den ansvariga} area {området} costs {kostnaderna} units {enheterna} risk {riskerna} other {{scheme, select, lom {ansökan} other {föranmälan}}}}{amount, select, none {} other {. Beloppet är nu {amount}}}.",
    submitted: "{who} skickade {scheme, select, lom {ansökan} other {föranmälan}} till berörda chefer.",
    endorsed:
      "{who} tillstyrkte {unit, select, none {för sin enhet} other {för {unit}}}{amount, select, none {} other {, {amount}}}.",
    fullyEndorsed: "Alla berörda enheter har tillstyrkt.",
    returned: "{who} återsände {scheme, select, lom {ansökan} other {föranmälan}} med det som saknas.",
    prepared: "{who} gjorde {scheme, select, lom {ansökan} other {föranmälan}} klar för samverkan.",
    ranked: "{who} satte {detail, select, none {en ny plats} other {plats {detail}}} i prioriteringen.",
    sentToConsultation:
      "{who} skickade {scheme, select, lom {ansökan} other {föranmälan}} till samverkan{detail, select, again { igen} other {}}.",
    versionFrozen:
      "{detail, select, none {En ny version} other {Version {detail}}} av underlaget är låst för facken.",
    approved:
      "{detail, select, jointGroup {Gruppen beslutade ja{amount, select, none {} other { till {amount}}}. {who} skrev in beslutet.} other {{who} beslutade ja{amount, select, none {} other { till {amount}}}.}}",
    partlyApproved:
      "{detail, select, jointGroup {Gruppen beslutade ja till en del{amount, select, none {} other {, {amount}}}. {who} skrev in beslutet.} other {{who} beslutade ja till en del{amount, select, none {} other {, {amount}}}.}}",
    declined:
      "{detail, select, jointGroup {Gruppen beslutade nej. {who} skrev in beslutet.} other {{who} beslutade nej.}}",
    deferred:
      "{detail, select, jointGroup {Gruppen sköt upp beslutet till ett senare möte. {who} skrev in det.} other {{who} sköt upp beslutet till ett senare möte.}}",
    converted:
      "{scheme, select, lom {Ansökan} other {Föranmälan}} är avslutad. Det som blev av finns som insatser.",
    movedOver:
      "{who} flyttade {scheme, select, lom {ansökan} other {föranmälan}} till det avtal som gäller nu{detail, select, tloKl2017 {, TLO-KL 2017} komKr2020 {, KOM-KR 2020} komKr2021 {, KOM-KR 2021} komKr2022 {, KOM-KR från oktober 2022} other {}}.",
    parked: "{who} lade {scheme, select, lom {ansökan} other {föranmälan}} åt sidan tills vidare.",
    resumed: "{who} tog upp {scheme, select, lom {ansökan} other {föranmälan}} igen.",
    withdrawn: "{who} drog tillbaka {scheme, select, lom {ansökan} other {föranmälan}}.",
    expired: "Tiden gick ut för pengarna som {scheme, select, lom {ansökan} other {föranmälan}} räknade med.",
  },
  consultation: {
    planned: "{who} planerade samverkan{day, select, none {} other { den {day}}}.",
    called: "{who} kallade till samverkan{day, select, none {} other { den {day}}}.",
    minutesRecorded: "{who} skrev in protokollet.",
    minutesApproved: "{who} justerade protokollet.",
  },
  statement: {
    given:
      "{who} lämnade yttrande{union, select, none {} other { för {union}}}: {detail, select, noObjection {ingen erinran} remarks {synpunkter} willReturn {vill återkomma{day, select, none {} other { den {day}}}} disagrees {oenig} requestsNegotiation {begär förhandling} other {se texten}}.",
  },
  voice: {
    concluded:
      "Samverkan är avslutad{union, select, none {} other { med {union}}}{detail, select, noStatement { utan yttrande. Tystnad är inte ett ja} requestsNegotiation { efter lokal förhandling utan enighet} other {}}.",
    askedAgain:
      "{union, select, none {Facket} other {{union}}} tillfrågas igen, eftersom underlaget har ändrats.",
    centralRequested: "{who} begärde central förhandling{union, select, none {} other { för {union}}}.",
    centralConcluded: "Den centrala förhandlingen är avslutad{union, select, none {} other { med {union}}}.",
  },
  filing: {
    sent: "{who} skickade anmälan till Omställningsfonden{amount, select, none {} other {, {amount}}}.",
    granted:
      "Omställningsfonden sa ja{amount, select, none {} other { till {amount}}}{day, select, none {} other { den {day}}}. {who} skrev in svaret.",
    returned:
      "Omställningsfonden skickade tillbaka anmälan{day, select, none {} other { den {day}}}. {who} skrev in svaret.",
    rejected: "Omställningsfonden sa nej{day, select, none {} other { den {day}}}. {who} skrev in svaret.",
  },
  initiative: {
    planned: "{who} planerade insatsen{amount, select, none {} other {, {amount}}}.",
    scheduled: "Insatsen har en ansvarig och kan börja.",
    started: "{who} startade insatsen.",
    counted: "{who} räknade deltagarna{detail, select, none {} other {: {detail}}}.",
    completed: "{who} avslutade insatsen{day, select, none {} other { den {day}}}.",
    settled: "Insatsen är slutreglerad.",
    cancelled: "{who} ställde in insatsen{amount, select, none {} other {. {amount} är fritt igen}}.",
    notCarriedOut:
      "{who} skrev in att insatsen inte blev av{amount, select, none {} other {. {amount} är fritt igen}}.",
    ownerChanged: "{who} bytte ansvarig för insatsen{person, select, none {} other { till {person}}}.",
  },
  requisition: {
    created: "{who} började på rekvisitionen{amount, select, none {} other {, {amount}}}.",
    evidenceComplete: "{who} gjorde underlagen klara.",
    sent: "{who} skickade rekvisitionen{amount, select, none {} other {, {amount}}}.",
    returned: "Rekvisitionen kom tillbaka. {who} skrev in svaret.",
    partlyRejected: "En del av rekvisitionen fick nej. {who} skrev in svaret.",
    paid: "{who} skrev in utbetalningen{amount, select, none {} other {, {amount}}}{day, select, none {} other { den {day}}}.",
    reconciled: "{who} stämde av utbetalningen{amount, select, none {} other {, {amount}}}.",
    calledOff:
      "Omställningsfonden avropade det den levererade{amount, select, none {} other {, {amount}}}. {who} bekräftade det.",
  },
  fund: {
    opened: "{who} lade upp medlen{day, select, none {} other {. Sista dag är {day}}}.",
    potAdded: "{who} gav {unit, select, none {en enhet} other {{unit}}} en egen del av medlen.",
    stateMoved:
      "{detail, select, open {Medlen är öppna} closing {Sista dagen att boka har passerat} drawOnly {Nu går det bara att rekvirera} closed {Medlen är stängda} other {Medlen gick vidare till nästa steg}}.",
    provided:
      "{who} satte av {amount, select, none {pengar} other {{amount}}}{detail, select, payrollRate {, en andel av lönesumman} nationalShare {, er del av den nationella summan} openingBalance { som ingående balans} other {}}.",
    adjusted:
      "{who} {detail, select, in {höjde} out {sänkte} other {justerade}} ramen{amount, select, none {} other { med {amount}}}.",
    transferred:
      "{who} förde över {amount, select, none {pengar} other {{amount}}} till {detail, select, rollOver {nästa år} other {en annan del}}.",
    distributed: "{who} fördelade {amount, select, none {pengar} other {{amount}}} mellan enheterna.",
    reverted: "{amount, select, none {Pengar} other {{amount}}} gick tillbaka till Omställningsfonden.",
    entryReversed: "{who} rättade en post{amount, select, none {} other { på {amount}}}.",
  },
  provisionRate: {
    saved: "{who} ändrade satserna för avsättning.",
  },
  agreement: {
    changed: "{who} ändrade det lokala avtalet.",
  },
  unit: {
    saved:
      "{who} {detail, select, added {lade till enheten{day, select, none {} other { från {day}}}} moved {flyttade enheten} ended {avslutade enheten{day, select, none {} other { den {day}}}} other {ändrade enheten}}.",
  },
  person: {
    saved:
      "{who} {detail, select, added {lade till personen} moved {flyttade personen till en annan enhet} left {skrev in en sista dag{day, select, none {} other {, {day}}}} identity {knöt en inloggning till personen} other {ändrade personens uppgifter}}.",
  },
  role: {
    given:
      "{who} gav en roll{detail, select, employee {: medarbetare} manager {: chef} coordinator {: samordnare} unionRep {: facklig företrädare} hr {: HR och ekonomi} admin {: administratör} other {}}.",
    ended:
      "{who} avslutade en roll{detail, select, employee {: medarbetare} manager {: chef} coordinator {: samordnare} unionRep {: facklig företrädare} hr {: HR och ekonomi} admin {: administratör} other {}}.",
  },
  mandate: {
    given:
      "{who} gav ett mandat{detail, select, authorisedSender {: behörig avsändare} decisionMaker {: beslutsfattare} jointGroupMember {: ledamot i partsgemensam grupp} safetyRep {: skyddsombud} other {}}.",
    ended:
      "{who} avslutade ett mandat{detail, select, authorisedSender {: behörig avsändare} decisionMaker {: beslutsfattare} jointGroupMember {: ledamot i partsgemensam grupp} safetyRep {: skyddsombud} other {}}.",
  },
  substitute: {
    named:
      "{who} utsåg en ersättare{person, select, none {} other {, {person}}}{day, select, none {} other {, till {day}}}.",
    ended: "{who} avslutade en ersättares tid{person, select, none {} other {, {person}}}.",
  },
  union: {
    saved:
      "{who} {detail, select, added {lade till fackförbundet} toHear {skrev in att fackförbundet ska höras{day, select, none {} other { från {day}}}} notHeard {skrev in att fackförbundet inte hörs längre{day, select, none {} other { efter {day}}}} other {ändrade fackförbundet}}.",
  },
  employer: {
    changed:
      "{who} ändrade {detail, select, claimMapping {vilka roller inloggningen ger} other {arbetsgivarens inställningar}}.",
  },
  coding: {
    saved:
      "{who} {detail, select, added {lade till en koddel{day, select, none {} other { från {day}}}} ended {avslutade en koddel{day, select, none {} other { den {day}}}} municipal {lade upp kommunens vanliga koddelar{day, select, none {} other { från {day}}}} other {ändrade en koddel{day, select, none {} other { från {day}}}}}.",
    corrected: "{who} rättade konteringen på en kostnadsrad.",
  },
  reconciliation: {
    imported: "{who} läste in en fil från ekonomisystemet.",
    explained: "{who} skrev orsaken till en skillnad mot ekonomisystemet.",
    closed: "{who} stämde av månaden mot ekonomisystemet{amount, select, none {} other {, {amount}}}.",
  },
};
