import type { ReactNode } from "react";
import { FormBody } from "./form-body";
import type { FormAction } from "./form-state";

/**
 * A form that posts to a server action, with or without JavaScript.
 * The receipt key is made here, on the server, so that a double click is one submission.
 */
export function Form({
  action,
  className,
  dense,
  idPrefix,
  label,
  children,
}: {
  action: FormAction;
  className?: string;
  dense?: boolean;
  /** Needed when several forms on one page have fields of the same name. */
  idPrefix?: string;
  /** Names the form for those who jump between forms. */
  label?: string;
  children: ReactNode;
}) {
  return (
    <FormBody
      action={action}
      className={className}
      dense={dense}
      idPrefix={idPrefix}
      label={label}
      receipt={crypto.randomUUID()}
    >
      {children}
    </FormBody>
  );
}
