export const funds = {
  rules: {
    notYet: "Perioden har inte börjat. Den börjar {day}.",
    rolledOver: "Det som var kvar har förts över till nästa års medel. Använd dem i stället.",
    reservePast:
      "Sista dagen att boka var {day}. Det går inte att boka mer här. Välj andra medel, eller fråga samordnaren.",
    grantPast: "Sista dagen för fondens beslut var {day}. Kontrollera beslutsdagen, eller fråga samordnaren.",
    requisitionPast:
      "Sista dagen att rekvirera var {day}. Fråga Omställningsfonden om det finns någon väg kvar.",
    revertsInstead:
      "De här medlen går tillbaka till Omställningsfonden i stället för att föras över. Bara medel som stannar hos arbetsgivaren kan föras över.",
    rollForward: "Välj medel för en senare period.",
    targetClosed: "De medlen tar inte emot mer. Välj medel som går att boka på.",
    dayBeforePeriod: "Dagen ligger före periodens första dag, {day}. Ändra en av dem.",
    daysInOrder: "Dagarna ska följa på varandra: ansöka, boka, beslut, rekvirera. Den här ligger före {day}.",
    isReversal: "Posten är själv en rättelse. Boka beloppet på nytt i stället.",
    entryOfCase:
      "Posten hör till ett ärende. Den rättas med ärendets egna steg, så att pengar och status följs åt.",
    potThere: "Enheten har redan en delpott i de här medlen.",
    potSame: "Välj två olika potter.",
    nothingLeft: "Det finns inget kvar att föra över.",
    unitEnded: "Enheten finns inte längre den dagen. Välj den enhet som den uppgick i.",
    noVersion: "Det finns inget avtal för den perioden. Kontrollera periodens första dag.",
  },
};
