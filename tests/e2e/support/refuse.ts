// Answers that are refused by the backend.

import type { Page } from "@playwright/test";

/** There is no such article, or not for whoever asks. */
export const MISSING = {
  type: "about:blank",
  title: "Not found",
  status: 404,
  detail: "",
  code: "not_found",
  request_id: "r-1",
};

/** Where an article is read, and nothing else of it. */
export const reads = (article: string): RegExp => new RegExp(`/knowledge/articles/${article}($|\\?)`);

/** Whoever wants to read the article is told `problem`. */
export async function refuse(page: Page, article: string, problem: { status: number }): Promise<void> {
  await page.route(reads(article), (route) =>
    route.fulfill({ status: problem.status, contentType: "application/problem+json", json: problem }),
  );
}
