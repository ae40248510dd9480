"use client";

import { useEffect, useRef, useState } from "react";
import { useFormAnswer } from "./form-context";

const PAUSE = 2000;

type Words = {
  /** Before the time: "Sparat kl." */
  saved: string;
  saving: string;
  failed: string;
};

/** Inside a Form: saves what is being typed after a pause, says so quietly, and stops when the form is sent. */
export function DraftSaver({
  save,
  words,
  savedAt,
}: {
  save: (data: FormData) => Promise<{ savedAt: string } | { problem: string }>;
  words: Words;
  /** When the draft on screen was last saved, if it was. */
  savedAt?: string;
}) {
  const place = useRef<HTMLParagraphElement>(null);
  const [text, setText] = useState(savedAt ? `${words.saved} ${savedAt}` : "");
  const answer = useFormAnswer();
  // The last thing that is safe, across answers: a refused form still holds unsaved typing.
  const safe = useRef<string>(undefined);
  const latest = useRef({ save, words });

  useEffect(() => {
    latest.current = { save, words };
  }, [save, words]);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: number | undefined;
    let stopped = false;
    if (safe.current === undefined || answer.typed === undefined) safe.current = fingerprint(draftOf(form));

    const saveNow = async () => {
      window.clearTimeout(timer);
      timer = undefined;
      const data = draftOf(form);
      const print = fingerprint(data);
      if (stopped || print === safe.current) return;
      const { save, words } = latest.current;
      setText(words.saving);
      try {
        const result = await save(data);
        if ("problem" in result) return setText(result.problem);
        safe.current = print;
        setText(`${words.saved} ${result.savedAt}`);
      } catch {
        setText(words.failed);
      }
    };
    const wait = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(saveNow, PAUSE);
    };
    const leave = () => {
      if (document.visibilityState === "hidden" && timer !== undefined) void saveNow();
    };
    const stop = () => {
      stopped = true;
      window.clearTimeout(timer);
    };

    if (fingerprint(draftOf(form)) !== safe.current) wait();
    form.addEventListener("input", wait);
    form.addEventListener("submit", stop);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.clearTimeout(timer);
      form.removeEventListener("input", wait);
      form.removeEventListener("submit", stop);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [answer]);

  return (
    <p className="saved" role="status" ref={place}>
      {text}
    </p>
  );
}

/** React's own keys would break the call, and a file is not typing. */
function draftOf(form: HTMLFormElement): FormData {
  const data = new FormData(form);
  for (const [name, value] of [...data]) {
    if (name.startsWith("$ACTION") || typeof value !== "string") data.delete(name);
  }
  return data;
}

/** The receipt changes with every rendering and is no change to the draft. */
function fingerprint(data: FormData): string {
  return JSON.stringify([...data].filter(([name]) => name !== "_receipt"));
}
