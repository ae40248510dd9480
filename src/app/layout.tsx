import type { Viewport } from "next";
import type { ReactNode } from "react";
import { localeOfRequest } from "@/server/session";
import "./globals.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** Reads neither session nor database: what throws here cannot be drawn without JavaScript. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await localeOfRequest()}>
      <body>{children}</body>
    </html>
  );
}
