// The editor of articles, and what is made with it before a test begins.

import type { Api, Page, Words } from "../fixtures";

export interface Proposal {
  id: string;
  article: string;
  version: number;
  state: string;
}

/** What a text needs to be proposed. */
export function content(title: string, body = "## First\n\nHold the card to the reader.\n"): Record<string, unknown> {
  return { title, summary: "How to get in", category: "network", owner: "network", body };
}

/** A draft of a new article. */
export function draft(api: Api, title: string, body?: string): Promise<Proposal> {
  return api.post<Proposal>("/knowledge/proposals", { language: "en", content: content(title, body) });
}

/** Does something with a proposal as it is now. */
export async function decide(api: Api, id: string, action: string, comment?: string): Promise<Proposal> {
  const path = `/knowledge/proposals/${id}`;
  const { version } = await api.get<Proposal>(path);
  return api.post<Proposal>(`${path}/actions/${action}`, { comment }, { "If-Match": `"${version}"` });
}

/** An article that people read, written by one person and published by another. */
export async function published(author: Api, reviewer: Api, title: string): Promise<string> {
  const { id, article } = await draft(author, title);
  await decide(author, id, "propose");
  await decide(reviewer, id, "publish");
  return article;
}

/** Takes an article away from its readers. */
export async function retire(api: Api, article: string, input: Record<string, unknown> = {}): Promise<void> {
  const path = `/knowledge/articles/${article}`;
  const { version } = await api.get<{ version: number }>(`${path}/standing`);
  await api.post(`${path}/actions/retire`, input, { "If-Match": `"${version}"` });
}

/** The parts of the editor. */
export function editor(page: Page, w: Words) {
  const field = (name: string) => page.getByRole("textbox", { name: w(name) });
  const choice = (name: string) => page.getByRole("combobox", { name: w(name) });
  return {
    title: field("writing.title"),
    summary: field("writing.summary"),
    keywords: field("writing.keywords"),
    text: page.getByRole("textbox", { name: w("writing.body"), exact: true }),
    note: field("writing.note"),
    category: choice("writing.category"),
    owner: choice("writing.owner"),
    preview: page.getByRole("region", { name: w("writing.preview") }),
    losses: page.getByRole("list", { name: w("writing.losses_list") }),
    save: page.getByRole("button", { name: w("writing.save"), exact: true }),
    propose: page.getByRole("button", { name: w("writing.propose"), exact: true }),
  };
}
