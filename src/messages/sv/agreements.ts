export const agreements = {
  title: "Avtal",
  sentence: {
    follows: "Ni följer {version}.",
    lom: "{state, select, none {Det finns inget lokalt avtal, så det går inte att ansöka.} preparing {Det lokala avtalet förbereds.} negotiating {Det lokala avtalet är inte på plats än.} inForce {Det lokala avtalet gäller{until, select, none {} other { till och med {until}}}.} reviewDue {Det lokala avtalet går ut {until} och behöver stämmas av.} other {Det lokala avtalet har gått ut.}}",
    noVersion: "Inget avtal gäller i dag.",
  },
  versions: {
    now: "gäller nu",
    over: "har slutat gälla",
    inForce: "Gäller {from}{until, select, none { och tills vidare} other { till och med {until}}}.",
    label: "Avtalets versioner",
    listFinding: "{count, plural, one {Avtalet har en version} other {Avtalet har # versioner}}",
    listText:
      "Ett ärende följer den version som gäller när det skickas in. Ett utkast följer den som gäller i dag.",
    name: "Version",
    period: "Gäller",
    differs: "Ändrat från den före",
    first: "Den första versionen",
    changeCount: "{count, plural, =0 {Inget} one {En sak} other {# saker}}",
    stepsFinding: "{count} steg från idé till avstämda pengar",
    paysFinding:
      "{count, plural, one {Pengarna får betala en sorts kostnad} other {Pengarna får betala # sorters kostnader}}",
    rulesFinding: "Parterna, utföraren och planen",
    daysFinding:
      "{reverts, select, yes {Fyra dagar styr när pengarna är förlorade} other {Pengarna går inte förlorade någon dag}}",
    periodsLabel: "Kända perioder",
    periodsFinding: "{count, plural, one {En period med pengar} other {# perioder med pengar}}",
    periodsText: "Där en dag saknas skriver arbetsgivaren den när medlen läggs upp.",
    periodsSum: "Nya pengar i hela landet",
    unknown: "Inte känd",
    sourcesFinding: "Det här bygger sidan på",
    sourcesText: "Det är en sammanfattning. Avtalets egen text gäller.",
  },
  changes: {
    finding:
      "{count, plural, =0 {Inget ändrades} one {En sak ändrades} other {# saker ändrades}} från {before}",
    label: "Det som ändrades",
    what: "Vad",
    before: "Förut",
    now: "Nu",
    newHere: "Nytt: {what}",
    goneHere: "Borttaget: {what}",
  },
  steps: {
    sendPlan: "Arbetsgivaren och facken gör en handlingsplan, som skickas till Omställningsfonden.",
    idea: "En medarbetare eller chef lämnar en idé.",
    endorse: "Berörda enheters chefer tillstyrker.",
    consult: "Facken hörs, och det står i protokoll.",
    agree: "Parterna kommer överens om insatser, personer och utförare.",
    decideHere:
      "Arbetsgivaren eller en partsgemensam grupp beslutar. Pengarna är bokade och beviljade på en gång.",
    decide: "Arbetsgivaren beslutar och bokar pengarna.",
    filePreRegistration: "Föranmälan skickas till Omställningsfonden, som svarar.",
    fileInitiative: "Varje insats anmäls till Omställningsfonden, som svarar med ett insatsnummer.",
    carryOut: "Insatsen genomförs och deltagarna räknas.",
    requisition:
      "Arbetsgivaren rekvirerar pengarna med underlag, eller fonden avropar det den själv har levererat.",
    reimburse: "Enheten begär ersättning inom myndigheten, med underlag.",
    settle: "Betalningen stäms av, och det som blev över släpps.",
  },
  parameters: {
    allotment: "Varifrån pengarna kommer",
    sendsPlan: "Handlingsplanen",
    filesPreRegistration: "{scheme, select, lom {Ansökan} other {Föranmälan}}",
    files: "Insatsen",
    requiresPartyAgreement: "Facken",
    needsLocalAgreement: "Lokalt avtal",
    providerCheck: "Kontroll av utföraren",
    excludedAreas: "Vilka som inte omfattas",
    areas: "Områden",
    costTypes: "Pengarna får betala",
    securedBy: "Det som håller kvar pengarna",
    reverts: "Det som inte används",
    notPaid: "Pengarna får inte betala",
  },
  says: {
    allotment: {
      payrollShare: "En andel av Omställningsfondens medel, efter arbetsgivarens lönesumma.",
      ownProvision: "Myndigheten sätter av en del av sin egen lönesumma varje år.",
    },
    sendsPlan: {
      yes: "Skickas till Omställningsfonden.",
      no: "Är arbetsgivarens egen och skickas inte till någon.",
    },
    filesPreRegistration: {
      yes: "Skickas till Omställningsfonden och behöver fondens ja innan insatserna anmäls.",
      no: "Är arbetsgivarens eget steg. Den skickas inte till någon utanför.",
    },
    files: {
      yes: "Anmäls till Omställningsfonden, som svarar med ett nummer.",
      no: "Beslutas inom myndigheten. Inget skickas till någon utanför.",
    },
    requiresPartyAgreement: {
      yes: "Parterna ska vara överens. Står en oenighet kvar går det inte att besluta.",
      no: "Samverkan eller förhandling ska vara klar och finnas i protokoll. Parterna behöver inte vara överens.",
    },
    needsLocalAgreement: {
      yes: "Krävs. Utan ett som gäller går det inte att ansöka.",
      no: "Krävs inte.",
    },
    providerCheck: {
      always: "Omställningsfonden prövar varje utförare.",
      onRequest: "Omställningsfonden prövar utföraren om arbetsgivaren ber om det.",
      nobody: "Ingen utanför myndigheten prövar utföraren.",
    },
    excludedAreas: {
      nobody: "Ingen grupp är undantagen.",
      teachers: "lärare, till och med {day}",
    },
    securedBy: {
      preRegistration: "En beviljad föranmälan håller kvar pengarna efter sista dagen att boka.",
      initiative: "Bara en beviljad insats håller kvar pengarna efter sista dagen att boka.",
    },
    reverts: {
      yes: "Går tillbaka till Omställningsfonden efter sista dagen.",
      no: "Stannar hos myndigheten och kan föras över till nästa år.",
    },
  },
  dayNames: {
    applicationDay: "Sista dag för komplett ansökan",
    reserveDay: "Sista dag att boka",
    grantDay: "Sista dag för fondens beslut",
    requisitionDay: "Sista dag att rekvirera",
  },
  days: {
    applicationDay:
      "Det som är skickat senast den dagen får svar. Pengarna ligger kvar tills svaret kommer, även om det dröjer.",
    reserveDay:
      "Efter den dagen går det inte att boka mer. Det som inte är bokat går tillbaka. {securedBy, select, preRegistration {Det som är bokat utan en beviljad föranmälan går också tillbaka.} other {Det som är bokat utan en beviljad insats går också tillbaka.}}",
    grantDay:
      "Omställningsfondens beslut ska vara från den dagen eller tidigare. Sedan går allt som inte är beviljat tillbaka. Bara det som väntar på fondens svar ligger kvar.",
    requisitionDay:
      "Beviljade pengar utan en skickad rekvisition går tillbaka efter den dagen. Är rekvisitionen skickad i tid betalas den ut som vanligt.",
    after: "Därefter",
    afterText:
      "Från den första dagen på går allt som blir fritt tillbaka direkt, till exempel när en insats blir billigare.",
    stays: "Avtalet har inga sista dagar. Det som blir över följer med till nästa års medel.",
  },
  local: {
    finding: "Lokala avtal",
    none: "Inget lokalt avtal är antecknat",
    noneText: "Lägg till avtalet när förberedelserna börjar, eller direkt när det är tecknat.",
    add: "Lägg till ett avtal",
    label: "De lokala avtalen",
    state: "Läge",
    states: {
      none: "Saknas",
      preparing: "Förbereds",
      negotiating: "Förhandlas",
      signed: "Tecknat, gäller inte än",
      inForce: "Gäller",
      reviewDue: "Dags för avstämning",
      expired: "Har gått ut",
    },
    period: "Gäller",
    noPeriod: "Inga dagar än",
    rule: "Vem beslutar",
    rules: {
      jointGroup: "Partsgemensam grupp",
      employer: "Arbetsgivaren",
    },
    review: "Avstämning senast {day}",
    change: "Ändra",
    changeAbout: "avtalet {period}",
    newTitle: "Nytt lokalt avtal",
    changeTitle: "Ändra lokalt avtal",
    newSentence: "Anteckna hur långt det lokala avtalet har kommit.",
    changeSentence: "Avtalet kan bara gå framåt: förbereds, förhandlas, gäller.",
    from: "Första dag",
    until: "Sista dag",
    untilHint: "Lämna tomt om avtalet gäller tills vidare. Avstämningen ska vara klar tre månader före.",
    ruleHints: {
      jointGroup: "Ledamöter från båda sidor beslutar på möten.",
      employer: "En beslutsfattare med mandat beslutar efter samverkan.",
    },
    purpose: "Vad medlen ska användas till",
    purposeHint: "Avtalets syfte i egna ord. Alla kan läsa det.",
    optional: "frivilligt",
    dayHint: "År-månad-dag, till exempel 2026-12-31.",
    button: "Spara avtalet",
    final: "Avtalet har gått ut och ändras inte.",
  },
  whyNot: {
    none: "Det finns inget lokalt avtal om omställningsmedel. Utan det går det inte att ansöka. Arbetsgivaren och facken behöver teckna ett. Fråga HR hur långt det har kommit.",
    preparing: "Det lokala avtalet förbereds. Det går att ansöka när avtalet gäller. Fråga HR när det blir.",
    negotiating:
      "Det lokala avtalet förhandlas. Det går att ansöka när avtalet gäller. Fråga HR när det blir.",
    notYet: "Det lokala avtalet är tecknat men gäller först från {day}. Vänta till dess, eller fråga HR.",
    expired:
      "Det lokala avtalet gick ut {day}. Det går inte att ansöka förrän ett nytt gäller. Fråga HR hur långt det har kommit.",
  },
  rules: {
    expired: "Avtalet har gått ut och kan inte ändras. Lägg till ett nytt avtal i stället.",
    noSuchStep:
      "Ett avtal går framåt: förbereds, förhandlas, gäller. Välj ett senare steg, eller lägg till ett nytt avtal.",
    needsFirstDay: "Skriv den första dagen som avtalet gäller.",
    overlaps:
      "Ett annat lokalt avtal gäller under en del av den tiden. Avsluta det först, eller ändra dagarna.",
    onlyLom: "Bara statliga arbetsgivare med LOM har lokala avtal om omställningsmedel.",
  },
};
