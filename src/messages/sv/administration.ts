export const administration = {
  units: {
    rules: {
      topStays: "Den översta enheten är arbetsgivaren själv. Den kan inte flyttas eller avslutas.",
      circle: "En enhet kan inte ligga under sig själv. Välj en annan överordnad enhet.",
      parentEnded: "Den överordnade enheten har upphört. Välj en enhet som finns kvar.",
      openChildren:
        "{count, plural, one {En enhet ligger} other {# enheter ligger}} kvar under den här. Flytta eller avsluta dem först.",
      successorCircle: "Enheten kan inte uppgå i sig själv eller i en enhet som uppgår i den. Välj en annan.",
      successorEnded: "Den enheten finns inte dagen efter. Välj en som finns kvar.",
      noSuccessor: "Enheten uppgår inte i någon annan. Flytta personerna en och en.",
    },
  },
};
