export const people = {
  rules: {
    personalNumber:
      "Det ser ut som ett personnummer. Portalen sparar inga personnummer. Skriv anställningsnumret i stället.",
    unionMissing: "Välj vilket fackförbund det gäller.",
    unionNotHere: "Fackförbund anges bara för fackliga företrädare. Ta bort förbundet.",
    roleHeld: "Personen har redan den rollen för enheten under en del av tiden.",
    endsAlready: "Det slutar redan {day}. Välj en tidigare dag.",
    lastAdmin:
      "Det är den sista administratören för hela arbetsgivaren. Ge någon annan rollen först, annars kan ingen dela ut roller.",
    wholeEmployer:
      "Det här kräver att du är administratör för hela arbetsgivaren. Fråga en sådan administratör.",
    paragraphMissing: "Skriv den paragraf i delegationsordningen som ger rätt att besluta.",
    limitNotHere: "Beloppsgräns anges bara för beslutsfattare. Ta bort beloppet.",
    sideMissing: "Välj vilken sida ledamoten företräder.",
    sideNotHere: "Sida anges bara för ledamöter i en partsgemensam grupp.",
    substituteSelf: "Du kan inte vara din egen ersättare. Välj en kollega.",
    periodPast: "Perioden är redan slut. Välj en senare dag.",
    substituteTaken:
      "Du har redan en ersättare {from} till {until}. Avsluta den perioden först, eller välj andra dagar.",
    colleagueLeft: "Kollegan slutar under perioden. Välj någon annan.",
    colleagueAway: "Kollegan har själv en ersättare under en del av perioden. Välj någon annan.",
    colleagueUnknown:
      "Ingen kollega hittades med den e-posten eller det anställningsnumret. Kontrollera stavningen.",
    colleagueMissing: "Välj en kollega i listan, eller skriv kollegans e-post.",
    hasLeft: "Personen har slutat. Ändra slutdagen först.",
    heardAlready: "Fackförbundet står redan på listan för enheten under en del av tiden.",
    mappingThere: "Det värdet ger redan den rollen för enheten.",
    badHue: "Skriv en kulör mellan 0 och 359.",
    badEmail: "E-postadressen går inte att läsa. Skriv den som namn@exempel.se.",
    unitClosed: "Enheten har upphört eller har inte börjat. Välj en enhet som finns i dag.",
    accountTaken:
      "Det kontot hör redan till en annan person. Kontrollera kontot hos den som sköter inloggningen.",
  },
};
