// The backend, called as somebody: what a test needs to be there before it begins.

import { expect, request, type APIRequestContext, type APIResponse } from "@playwright/test";
import { randomUUID } from "node:crypto";
import type { Language } from "./words";

const BASE = "/itsm/v1";

/** A ticket as the contract has it, as far as tests look at it. */
export interface Ticket {
  id: string;
  title: string;
  state: string;
  version: number;
}

/** A request of several items. */
export interface Order extends Ticket {
  items: Ticket[];
}

/** A line of an order, as the contract has it. */
export interface OrderLine {
  item: string;
  form: { id: string; version: number };
  quantity?: number;
  answers: Record<string, unknown>;
}

interface ApprovalRequest {
  id: string;
  ticket: string;
  order?: { id: string; others: { id: string; ticket: string }[] };
}

/** `Aylin Kaya` is `aylin-kaya`: so the demo company names its people. */
export function id_of(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

export class Api {
  private constructor(private readonly calls: APIRequestContext) {}

  /** Signs in. */
  static async as(name: string, origin: string, language: Language): Promise<Api> {
    const headers = { "Accept-Language": language };
    const api = new Api(await request.newContext({ baseURL: origin, extraHTTPHeaders: headers }));
    await api.post("/session", { person: id_of(name) });
    return api;
  }

  close(): Promise<void> {
    return this.calls.dispose();
  }

  async get<T>(path: string): Promise<T> {
    return (await read(await this.calls.get(BASE + path), path)) as T;
  }

  async post<T>(path: string, data: unknown, headers: Record<string, string> = {}): Promise<T> {
    const all = { "Idempotency-Key": randomUUID(), ...headers };
    return (await read(await this.calls.post(BASE + path, { data, headers: all }), path)) as T;
  }

  /** Something does not work. */
  report(title: string, more: Record<string, unknown> = {}): Promise<Ticket> {
    const input = { title, description: "It began this morning.", impact: "person", urgency: "slowed", ...more };
    return this.post<Ticket>("/incidents", input);
  }

  /** Asks for a shared mailbox: one manager has to agree. */
  async requestMailbox(name: string): Promise<Ticket> {
    const me = await this.get<{ person: { id: string } }>("/me");
    const answers = { kind: "team", name, address: "calibration.berlin", outside: false, owner: me.person.id };
    return this.request("shared-mailbox", { ...answers, "send-as": "mailbox" });
  }

  /** Asks for an item of the catalog. */
  async request(item: string, answers: Record<string, unknown>): Promise<Ticket> {
    const { form } = await this.get<{ form: { id: string; version: number } }>(`/catalog/items/${item}`);
    return this.post<Ticket>("/requests", { item, form, answers });
  }

  /** Orders several items at once. */
  order(items: OrderLine[], more: Record<string, unknown> = {}): Promise<Order> {
    return this.post<Order>("/orders", { items, ...more });
  }

  ticket(id: string): Promise<Ticket> {
    return this.get<Ticket>(`/tickets/${id}`);
  }

  /** The numbers of one's own tickets whose title or number holds `words`. */
  async find(words: string): Promise<string[]> {
    const { items } = await this.get<{ items: Ticket[] }>(`/tickets?q=${encodeURIComponent(words)}`);
    return items.map((ticket) => ticket.id);
  }

  comment(id: string, text: string): Promise<Ticket> {
    return this.post<Ticket>(`/tickets/${id}/comments`, { text });
  }

  /** Does something with a ticket as it is now. */
  async act(id: string, action: string, input: Record<string, unknown> = {}): Promise<Ticket> {
    const { version } = await this.ticket(id);
    const seen = { "If-Match": `"${version}"` };
    const reply = await this.post<{ ticket: Ticket }>(`/tickets/${id}/actions/${action}`, input, seen);
    return reply.ticket;
  }

  /** The desk takes it and solves it. */
  async solve(id: string): Promise<Ticket> {
    await this.act(id, "take");
    const how = { resolution_code: "solved", resolution_text: "The second gateway took over." };
    return this.act(id, "resolve", how);
  }

  /** The approval that waits for this person on a ticket. */
  async approvalOf(ticket: string): Promise<string> {
    const { items } = await this.get<{ items: ApprovalRequest[] }>("/approvals?state=waiting&limit=100");
    const found = items.find((approval) => approval.ticket === ticket);
    expect(found, `an approval of ${ticket}`).toBeDefined();
    return found?.id ?? "";
  }

  /** The approval by which this person is asked for all of an order. */
  async approvalOfOrder(order: string): Promise<ApprovalRequest> {
    const { items } = await this.get<{ items: ApprovalRequest[] }>("/approvals?phase=open&limit=100");
    const found = items.filter((approval) => approval.order?.id === order);
    expect(found, `one approval of ${order}`).toHaveLength(1);
    return found[0];
  }

  /** Agrees, or refuses with a reason. */
  async decide(approval: string, decision: "approve" | "reject", comment?: string): Promise<void> {
    const { version } = await this.get<{ version: number }>(`/approvals/${approval}`);
    await this.post(`/approvals/${approval}/decision`, { decision, comment }, { "If-Match": `"${version}"` });
  }

  /** Ends the session, as time does. */
  async signOut(): Promise<void> {
    await this.calls.delete(`${BASE}/session`);
  }
}

async function read(answer: APIResponse, path: string): Promise<unknown> {
  const text = await answer.text();
  expect(answer.ok(), `${path}: ${answer.status()} ${text}`).toBe(true);
  return text ? JSON.parse(text) : {};
}
