// Every page of the portal: looked at by axe, and photographed.

import { LINES } from "../pages/cart";
import type { Api } from "./api";

export interface Place {
  name: string;
  /** Who is there; nobody signs in. */
  who: string | null;
  /** Its address, once what it shows was made. */
  path: (as: (name: string) => Promise<Api>) => Promise<string>;
}

const AYLIN = "Aylin Kaya";
const MARA = "Mara Lindt";
const TOMASZ = "Tomasz Sikora";
const HANA = "Hana Mori";

function at(name: string, path: string, who: string | null = AYLIN): Place {
  return { name, who, path: async () => path };
}

/** A ticket that has gone a long way: answered, put on hold, with a question that waits. */
async function questioned(as: (name: string) => Promise<Api>): Promise<string> {
  const aylin = await as(AYLIN);
  const { id } = await aylin.report("VPN drops every ten minutes", { service: "vpn", asset: "lt-04417" });
  const tomasz = await as(TOMASZ);
  await tomasz.act(id, "take");
  await tomasz.comment(id, "Thank you for the log. The gateway in Berlin drops the connection.");
  await tomasz.act(id, "hold", { hold_reason: "requester", comment: "Does it also happen at home?" });
  return id;
}

async function asked(as: (name: string) => Promise<Api>): Promise<string> {
  const { id } = await (await as(AYLIN)).requestMailbox("Calibration Berlin");
  return id;
}

/** A request of two items, for both of which somebody is asked. */
async function ordered(as: (name: string) => Promise<Api>): Promise<string> {
  const { id } = await (await as(AYLIN)).order([LINES.laptop, { ...LINES.headset, quantity: 3 }]);
  return id;
}

export const PLACES: Place[] = [
  at("sign-in", "/sign-in", null),
  at("home", "/"),
  at("services", "/services"),
  at("service", "/services/laptop"),
  at("service-closed", "/services/guest-account", "Lena Hoffmann"),
  at("request", "/services/laptop/request?answer.model=design-16"),
  at("request-step", "/services/shared-mailbox/request"),
  at("tickets", "/tickets?phase=ended"),
  at("tickets-desk", "/tickets?scope=all", TOMASZ),
  { name: "ticket", who: AYLIN, path: async (as) => `/tickets/${await questioned(as)}` },
  { name: "ticket-desk", who: TOMASZ, path: async (as) => `/tickets/${await questioned(as)}` },
  { name: "receipt", who: AYLIN, path: async (as) => `/tickets/${await asked(as)}?new=1` },
  { name: "order", who: AYLIN, path: async (as) => `/tickets/${await ordered(as)}?new=1` },
  at("cart-empty", "/cart"),
  at("guide", "/guides/new-employee"),
  at("report", "/report?title=VPN%20drops%20every%20ten%20minutes"),
  at("answers", "/answers"),
  at("answer", "/answers/vpn-does-not-connect"),
  at("answer-guide", "/answers/how-to-write-an-answer"),
  at("answer-overdue", "/answers/network-cable-no-connection", TOMASZ),
  at("versions", "/answers/vpn-does-not-connect/versions?version=3"),
  at("write", "/knowledge/write?title=Door%20code", TOMASZ),
  at("edit", "/knowledge/vpn-does-not-connect/edit", TOMASZ),
  at("knowledge-work", "/knowledge/work", TOMASZ),
  at("approvals", "/approvals", MARA),
  {
    name: "approval",
    who: MARA,
    path: async (as) => `/approvals/${await (await as(MARA)).approvalOf(await asked(as))}`,
  },
  {
    name: "approval-order",
    who: MARA,
    path: async (as) => `/approvals/${(await (await as(MARA)).approvalOfOrder(await ordered(as))).id}`,
  },
  at("delegation", "/approvals/delegation", MARA),
  at("status", "/status"),
  at("search", "/search?q=vpn"),
  at("learning", "/knowledge/learning?period=quarter", HANA),
  at("figures", "/knowledge/figures?period=quarter", HANA),
  at("not-found", "/nowhere"),
];
