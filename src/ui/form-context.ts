"use client";

import { createContext, useContext } from "react";
import type { FormState } from "./form-state";

export const FormContext = createContext<{ state: FormState; idPrefix: string }>({
  state: {},
  idPrefix: "",
});

/** The form's last answer, for parts that are not a field. */
export function useFormAnswer(): FormState {
  return useContext(FormContext).state;
}

/** What the form's last answer says about one field. */
export function useField(name: string) {
  const { state, idPrefix } = useContext(FormContext);
  return {
    id: idPrefix + name,
    error: state.errors?.[name],
    prefix: state.prefix,
    /** Undefined until something came back; then also an empty box counts as typed. */
    typed: state.typed === undefined ? undefined : (state.typed[name] ?? null),
    /** Fields are made anew when something came back: a kept <select> would not take its new default. */
    turn: state.typed === undefined ? "first" : String(state.turn),
  };
}
