import type { NextRequest } from "next/server";

/**
 * An employer's colour as a style sheet of its own: the content policy allows no style in the page, and a nonce would
 * no longer fit after a change of page without a new document. Lightness and contrast are the tokens' business.
 */
export async function GET(
  _request: NextRequest,
  { params }: { params: Promise<{ hue: string }> },
): Promise<Response> {
  const { hue } = await params;
  if (!/^\d{1,3}$/.test(hue) || Number(hue) > 360) return new Response("", { status: 404 });
  return new Response(`:root{--brand-hue:${Number(hue)}}`, {
    headers: {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
}
