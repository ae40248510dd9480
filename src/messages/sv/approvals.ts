export const approvals = {
  title: "Beslut",
  outcomes: {
    approved: "Godkänd",
    partlyApproved: "Godkänd till en del",
    declined: "Avslagen",
    deferred: "Uppskjuten",
  },
  positions: {
    inFavour: "För",
    against: "Emot",
    steppedOut: "Deltog inte",
  },
  panel: {
    notYet: "Beslut fattas när samverkan är avslutad.",
    by: "Beslutas av {names}.",
    byNobody: "Ingen har i dag mandat för ett så stort belopp. Be administratören lägga in ett mandat.",
    byGroup: "Beslutas av den partsgemensamma gruppen på dess möte.",
    hinders:
      "{count, plural, one {En sak hindrar} =2 {Två saker hindrar} =3 {Tre saker hindrar} =4 {Fyra saker hindrar} other {# saker hindrar}}",
    done: "Klart",
    enough: "Pengarna räcker: {amount} av {available}",
    unionsDone: "Alla fack är klara och protokollet är justerat",
    groupMeets: "Ärendet står på gruppens möte",
    impartial: "Du har mandat och är inte part i ärendet",
    someone: "En medarbetare",
    decided:
      "{position, select, steppedOut {{name} deltog inte, {day}.} against {{name} var emot, {day}} other {{name}, {day}}}{position, select, steppedOut {} other {{paragraph, select, none {} other {, enligt {paragraph}}}{behalf, select, none {.} other {, för {behalf}.}}}}",
  },
  form: {
    approve: "Godkänn och boka {amount}",
    approveLabel: "Godkänn",
    decline: "Avslå",
    declineSubmit: "Avslå ärendet",
    reason: "Varför blir det nej?",
    reasonHint: "Den som har sökt läser det. Skriv så att det går att förstå.",
    needReason: "Skriv varför det blir nej.",
    nextStep: "Vad kan de göra i stället?",
    nextStepHint: "Till exempel ta det ur egen budget, eller komma tillbaka med ett annat förslag.",
    needNextStep: "Skriv vad de kan göra i stället.",
    group: "Skriv in gruppens beslut",
    groupSubmit: "Spara gruppens beslut",
    groupReason: "Skäl",
    groupReasonHint: "Behövs när gruppen avslår eller skjuter upp. Den som har sökt läser det.",
    groupNextStepHint: "Bara när gruppen avslår.",
    outcome: "Vad beslutade gruppen?",
    outcomeApproved: "Godkänd, {amount}",
    needOutcome: "Välj vad gruppen beslutade.",
    amount: "Belopp som gruppen gav",
    member: "{name}, {side, select, employer {arbetsgivaren} other {facken}}",
    conflict: "Är part i ärendet och deltar inte i beslutet.",
    whySteppedOut: "Varför deltog hen inte?",
    absent: "Var inte med på mötet",
    needPosition: "Välj ett svar för varje ledamot.",
  },
  gate: {
    noUnions:
      "Det finns inget fack att höra för enheten. Utan samverkan får pengarna inte användas. Be administratören lägga in facken.",
    notConsulted: "Ärendet har inte varit i samverkan. Be samordnaren ta upp det på ett möte.",
    notAsked: "{union} har inte fått frågan. Be samordnaren lägga ärendet på ett möte där {union} är med.",
    olderVersion: "{union} har svarat på ett äldre underlag. Be samordnaren ta upp ärendet på ett nytt möte.",
    notCalled: "{union} är inte kallat till mötet {day}. Be samordnaren kalla.",
    notAnswered: "{union} har inte svarat. {known, select, yes {Fråga {rep}.} other {Fråga samordnaren.}}",
    willReturn:
      "{union} vill återkomma senast {day}. {known, select, yes {Fråga {rep}.} other {Fråga samordnaren.}}",
    negotiating:
      "{union} har begärt förhandling. Samordnaren avslutar den när den är klar. {known, select, yes {Fråga {rep}.} other {}}",
    centralOpen: "{union} har begärt central förhandling. Vänta tills den är avslutad. Fråga samordnaren.",
    noMinutes: "Mötet {day} har inget protokoll. Be samordnaren skriva det.",
    minutesNotApproved:
      "Protokollet från mötet {day} är inte justerat. Be en facklig företrädare som var med att justera det.",
    timeForCentral:
      "{union} är oenigt och kan begära central förhandling till och med {day}. {known, select, yes {Fråga {rep}.} other {Fråga samordnaren.}}",
    noPartyAgreement:
      "{union} är oenigt, och avtalet kräver att parterna är eniga. Be samordnaren ändra förslaget och fråga på nytt.",
    notOnMeeting: "Ärendet står inte på gruppens möte. Be samordnaren lägga det på ett möte.",
    meetingAhead: "Gruppens möte är {day}. Beslutet skrivs in när mötet har hållits.",
  },
  whyNot: {
    overLimit:
      "Ditt mandat räcker till {limit, number} kr, och ärendet gäller {amount, number} kr. Be någon med högre gräns besluta.",
    spokeForUnion:
      "Du har svarat för ett fack i ärendet och kan därför inte besluta om det. Någon annan med mandat får ta över.",
    mustStepOut: "{name} är part i ärendet och måste kliva av. Välj Deltog inte och skriv varför.",
    stepOutReason: "Skriv varför {name} inte deltog.",
    reasonMissing: "Skriv skälet. Den som har sökt läser det.",
    sideMissing:
      "{side, select, employer {Ingen från arbetsgivaren} other {Ingen från facken}} deltog i beslutet. Skjut upp ärendet till ett nytt möte.",
    notUnanimous:
      "{name} är emot. Gruppen säger bara ja till pengar när alla som deltar är för. Avslå eller skjut upp.",
    notLess:
      "Skriv ett belopp som är lägre än de {asked, number} kr som söks. Välj Godkänd om gruppen ger allt.",
    notUpForDecision:
      "Ärendet ligger inte för beslut. Öppna ärendet och se var det är, eller fråga samordnaren.",
    nothingAsked: "Ärendet söker inga pengar. Be samordnaren fylla i kostnaderna.",
    groupDecides:
      "Ärendet beslutas av den partsgemensamma gruppen. Samordnaren skriver in beslutet efter mötet.",
    employerDecides: "Ärendet beslutas av arbetsgivaren, inte av en grupp. Be den som har mandat besluta.",
    amountMoved:
      "Beloppet har ändrats till {amount, number} kr sedan du öppnade sidan. Läs ärendet igen och besluta sedan.",
    notMember:
      "Någon av dem du valde sitter inte i gruppen i dag. Ladda om sidan, eller fråga administratören.",
    incomplete: "Insatsen saknar utförare. Be samordnaren fylla i ärendet först.",
    unitLeft: "{unit} har inte tillstyrkt ärendet som det ser ut nu. Be enhetens chef tillstyrka igen.",
  },
};
