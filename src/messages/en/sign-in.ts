import type { Same } from "../same";
import type { signIn as sv } from "../sv/sign-in";

export const signIn: Same<typeof sv> = {
  title: "Sign in",
  sentence: "Sign in and see what waits for you, and how much money is left.",
  intro:
    "Here your employer's transition money becomes training and support. You hand in ideas, follow cases and see who has the ball.",
  button: "Sign in through {host}",
  staffText: "You use the same account as in your employer's other systems.",
  already: "You are already signed in as {person}.",
  alreadyHome: "Go on to the portal",
  demoHeading: "Try the portal as somebody else",
  demoText: "All employers and people here are invented. Choose a person and you are in.",
  demoTlo: "Preventive initiatives (TLO)",
  demoLom: "Local transition funds (LOM)",
  demoButton: "Sign\u00a0in",
  demoButtonAs: "as {person}",
  nobodyHeading: "Signing in is not ready",
  nobodyText: "This portal has no way to sign in yet. Ask whoever runs the portal to set it up.",
  otherLocale: "På svenska",
  signedOut: "You are signed out.",
  leadOn: "You are being sent to your employer's sign-in",
  leadOnLink: "Press here if nothing happens",
  errorTitle: "You are not signed in",
  errors: {
    unknownPerson:
      "Your employer knows you, but the portal does not. Ask the portal's administrator to add you with your employee number.",
    noRole:
      "The portal knows you, but you have no role today. Ask the portal's administrator to give you one.",
    noEmployer:
      "The sign-in belongs to an employer that is not in the portal. Ask whoever runs the portal to correct the setting.",
    noProvider: "This portal has no sign-in through the employer. Ask whoever runs the portal.",
    providerAway:
      "Your employer's sign-in does not answer right now. Try again in a while. Contact your IT support if it still fails.",
    denied:
      "The sign-in was cancelled at your employer. Begin again below. Contact your IT support if it was not you who cancelled.",
    interrupted:
      "The sign-in was not completed. It may have taken too long. Begin again below, and contact your IT support if it happens again.",
    away: "The portal cannot reach its database right now. Try again in a while.",
    foreignOrigin: "The request came from another website and was not accepted. Begin again below.",
    demoOff: "This portal does not let invented people in. Sign in with your own account.",
    unknownDemoPerson: "It is not possible to sign in as that person. Choose another one in the list.",
    signOutAway:
      "You are signed out in this browser. The portal could not reach its database, so the session is valid elsewhere until it expires.",
  },
};
