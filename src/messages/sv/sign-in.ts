export const signIn = {
  title: "Logga in",
  sentence: "Logga in och se vad som väntar på dig, och hur mycket pengar som finns kvar.",
  intro:
    "Här blir er arbetsgivares omställningsmedel till utbildning och stöd. Du lämnar idéer, följer ärenden och ser vem som har bollen.",
  button: "Logga in via {host}",
  staffText: "Du använder samma konto som i arbetsgivarens övriga system.",
  already: "Du är redan inloggad som {person}.",
  alreadyHome: "Fortsätt till portalen",
  demoHeading: "Prova portalen som någon annan",
  demoText: "Alla arbetsgivare och personer här är påhittade. Välj en person och du är inne.",
  demoTlo: "Förebyggande insatser (TLO)",
  demoLom: "Lokala omställningsmedel (LOM)",
  demoButton: "Logga\u00a0in",
  demoButtonAs: "som {person}",
  nobodyHeading: "Inloggningen är inte färdig",
  nobodyText:
    "Den här portalen har ingen inloggning inställd än. Be den som driver portalen att ställa in den.",
  otherLocale: "In English",
  signedOut: "Du är utloggad.",
  leadOn: "Du skickas till din arbetsgivares inloggning",
  leadOnLink: "Tryck här om inget händer",
  errorTitle: "Du är inte inloggad",
  errors: {
    unknownPerson:
      "Din arbetsgivare känner igen dig, men portalen gör det inte. Be administratören för portalen att lägga in dig med ditt anställningsnummer.",
    noRole:
      "Portalen känner igen dig, men du har ingen roll i dag. Be administratören för portalen att ge dig en.",
    noEmployer:
      "Inloggningen hör till en arbetsgivare som inte finns i portalen. Be den som driver portalen att rätta inställningen.",
    noProvider: "Den här portalen har ingen inloggning via arbetsgivaren. Fråga den som driver portalen.",
    providerAway:
      "Din arbetsgivares inloggning svarar inte just nu. Försök igen om en stund. Kontakta din IT-support om felet är kvar.",
    denied:
      "Inloggningen avbröts hos din arbetsgivare. Börja om här under. Kontakta din IT-support om du inte avbröt själv.",
    interrupted:
      "Inloggningen blev inte klar. Det kan ha tagit för lång tid. Börja om här under, och kontakta din IT-support om det händer igen.",
    away: "Portalen når inte sin databas just nu. Försök igen om en stund.",
    foreignOrigin: "Begäran kom från en annan webbplats och togs inte emot. Börja om här under.",
    demoOff: "Den här portalen släpper inte in påhittade personer. Logga in med ditt eget konto.",
    unknownDemoPerson: "Den personen går inte att logga in som. Välj en annan i listan.",
    signOutAway:
      "Du är utloggad i den här webbläsaren. Portalen nådde inte sin databas, så inloggningen gäller på andra ställen tills den går ut.",
  },
};
