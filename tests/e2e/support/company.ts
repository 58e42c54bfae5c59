// What the demo company calls its things, from content/demo, as far as tests click on it.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "./words";

const CONTENT = join(__dirname, "../../../content/demo");

/** How many services there are to ask for. */
export const ITEMS = readdirSync(join(CONTENT, "items")).length;

/** In the language of the reader. */
export function companyIn(language: Language) {
  const t = (en: string, de: string) => (language === "de" ? de : en);
  return {
    computers: t("Computers", "Computer"),
    laptop: {
      name: "Laptop",
      verb: t("Request a laptop", "Laptop anfordern"),
      model: t("Which model?", "Welches Modell?"),
      needModel: t("Choose a model", "Wählen Sie ein Modell"),
      standard: 'Standard 14"',
      design: 'Design 16"',
      use: t("What will the design work be?", "Was wird damit gestaltet?"),
      useBecause: t('Asked because the model is Design 16"', 'Wird gefragt, weil das Modell Design 16" ist'),
      carePlan: t("Care plan", "Rundumschutz"),
      centre: t("Cost centre", "Kostenstelle"),
      needCentre: t("Enter the cost centre, four digits", "Geben Sie die Kostenstelle ein, vier Ziffern"),
      neededBy: t("When do you need it by?", "Bis wann brauchen Sie ihn?"),
      from: t("€1,290", "1.290 €"),
      price: t("€2,480.00", "2.480,00 €"),
      carePrice: t("€6.50", "6,50 €"),
      financeBecause: t("because it is over €2,000", "weil es mehr als 2.000 € kostet"),
    },
    headset: {
      name: "Headset",
      verb: t("Request a headset", "Headset anfordern"),
      model: t("Which headset?", "Welches Headset?"),
      wired: t("With cable", "Mit Kabel"),
      ears: t("One ear or both?", "Ein Ohr oder beide?"),
      one: t("One ear", "Ein Ohr"),
      handover: t("How do you want to get it?", "Wie möchten Sie es bekommen?"),
      pickUp: t("I pick it up at the service desk", "Ich hole es am Service Desk ab"),
      centre: t("Cost centre", "Kostenstelle"),
    },
    docking: {
      name: t("Docking station", "Dockingstation"),
      screens: t("How many screens will you connect?", "Wie viele Bildschirme schließen Sie an?"),
      needScreens: t("Enter a number from 1 to 3", "Geben Sie eine Zahl von 1 bis 3 ein"),
    },
    pdf: {
      name: t("PDF editor", "PDF-Editor"),
      sign: t("Sign contracts", "Verträge signieren"),
      certificate: t("Add a personal signing certificate?", "Persönliches Signaturzertifikat dazu?"),
      legalName: t("Full name as on the identity card", "Vollständiger Name wie im Personalausweis"),
      needLegalName: t(
        "Enter the full name as on the identity card",
        "Geben Sie den vollständigen Namen wie im Personalausweis ein",
      ),
    },
    phoneNumber: { code: t("Transfer code", "Code für die Mitnahme") },
    newEmployee: {
      name: t("New employee", "Neu im Team"),
      model: t("Which laptop fits the work?", "Welcher Laptop passt zur Arbeit?"),
      needModel: t("Choose a laptop", "Wählen Sie einen Laptop"),
      site: t("At which site?", "An welchem Standort?"),
      start: t("When is the first day?", "Wann ist der erste Tag?"),
      remote: t("Will the person work from home?", "Arbeitet die Person von zu Hause?"),
      phone: t("Does the person need a mobile phone?", "Braucht die Person ein Mobiltelefon?"),
      centre: t("Cost centre of the team", "Kostenstelle des Teams"),
      applications: t(
        "Which applications will the person use, and what for?",
        "Welche Anwendungen wird die Person nutzen, und wofür?",
      ),
      fromHome: t("because the person works from home", "weil die Person von zu Hause arbeitet"),
      docking: t("Docking station", "Dockingstation"),
      mobile: t("Mobile phone", "Mobiltelefon"),
    },
    vpnAccess: {
      name: t("VPN access", "VPN-Zugang"),
      verb: t("Request VPN access", "VPN-Zugang anfordern"),
      computer: t("On which computer?", "Auf welchem Computer?"),
      company: t("A company computer", "Ein Firmencomputer"),
      place: t("Where will you work from?", "Von wo arbeiten Sie?"),
      home: t("From home", "Von zu Hause"),
      files: t("Files, intranet and SAP", "Dateien, Intranet und SAP"),
    },
    mailbox: {
      name: t("Shared mailbox", "Gemeinsames Postfach"),
      verb: t("Request a shared mailbox", "Gemeinsames Postfach anfordern"),
      pages: [t("Mailbox", "Postfach"), t("People", "Personen")],
      kind: t("What is it for?", "Wofür ist es?"),
      project: t("A project", "Ein Projekt"),
      team: t("A team", "Ein Team"),
      shownAs: t("Which name should people see?", "Welcher Name wird angezeigt?"),
      address: t("Which address?", "Welche Adresse?"),
      wrongAddress: t(
        "Use small letters, digits, points and hyphens, beginning with a letter",
        "Verwenden Sie Kleinbuchstaben, Ziffern, Punkte und Bindestriche, beginnend mit einem Buchstaben",
      ),
      ends: t("When does the project end?", "Wann endet das Projekt?"),
      owner: t("Who is responsible for it?", "Wer ist dafür verantwortlich?"),
      needOwner: t("Choose who is responsible", "Wählen Sie, wer verantwortlich ist"),
    },
    repair: {
      name: t("Laptop repair", "Laptopreparatur"),
      verb: t("Have a laptop repaired", "Laptop reparieren lassen"),
      pages: [t("Your laptop", "Ihr Laptop"), t("What is wrong", "Was nicht stimmt"), t("Handover", "Übergabe")],
      device: t("Which laptop?", "Welcher Laptop?"),
      part: t("What is broken?", "Was ist defekt?"),
      screen: t("Screen or lid", "Bildschirm oder Deckel"),
      details: t("What happened?", "Was ist passiert?"),
      photo: t("Photo of the damage", "Foto des Schadens"),
      needPhoto: t("Add a photo of the screen or lid", "Fügen Sie ein Foto des Bildschirms oder Deckels hinzu"),
      site: t("Where will you bring it?", "Wohin bringen Sie ihn?"),
      loan: t("Do you need a loan laptop meanwhile?", "Brauchen Sie solange einen Leihlaptop?"),
    },
    guest: {
      name: t("Guest account", "Gastkonto"),
      verb: t("Request a guest account", "Gastkonto anfordern"),
      reason: t("Only employees can answer for a guest.", "Nur Angestellte können für einen Gast einstehen."),
    },
    vpn: {
      id: "vpn-does-not-connect",
      words: t("VPN no answer", "VPN keine Antwort"),
      title: t("VPN does not connect", "VPN verbindet sich nicht"),
      first: t("First, three quick checks", "Zuerst drei schnelle Prüfungen"),
      messages: t("What the message means", "Was die Meldung bedeutet"),
      password: t("I forgot my password", "Ich habe mein Passwort vergessen"),
      access: t("VPN access", "VPN-Zugang"),
    },
    guide: {
      id: "how-to-write-an-answer",
      title: t("How to write an answer", "So schreiben Sie eine Antwort"),
      before: t("Before you write", "Bevor Sie schreiben"),
      code: "Code",
      length: t("Length", "Länge"),
      aligned: t("Good for", "Gut für"),
      struck: t("Please be advised that", "Wir weisen Sie darauf hin, dass"),
      picture: t(
        "The VPN app when it is connected: a green dot beside the gateway Berlin",
        "Die VPN-App, wenn sie verbunden ist: ein grüner Punkt neben dem Gateway Berlin",
      ),
      video: t("How to record your screen, two minutes", "Den Bildschirm aufnehmen, zwei Minuten"),
      same: t("of the same answer", "derselben Antwort"),
    },
    drops: t("VPN drops about every ten minutes at the gateway Berlin", "VPN bricht am Gateway Berlin etwa alle zehn Minuten ab"),
    onlyMe: t("Only me", "Nur ich"),
    team: t("My team", "Mein Team"),
    cannotWork: t("I cannot work", "Ich kann nicht arbeiten"),
    slowly: t("I can work, but slowly", "Ich kann arbeiten, aber nur langsam"),
  };
}

export type Company = ReturnType<typeof companyIn>;
