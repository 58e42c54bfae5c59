//! Shared files, signing in, and the intranet.

use super::{
    Severity::{Minor, Slowed, Stopped, Team},
    Story, story,
};
use guichet_rules::ticket::ResolutionCode::{Duplicate, Solved};

pub(super) const STORIES: &[Story] = &[
    story("file-shares", Slowed, Solved, [
        "No access to our project folder",
        "I cannot open the folder of the packaging project: \"access denied\". My colleague can.",
        "What is the full path of the folder?",
        "It is P:\\Projects\\Packaging 2026.",
        "You were missing in the group of the folder. You are in it; sign out and in once.",
    ], [
        "Kein Zugriff auf unseren Projektordner",
        "Ich kann den Ordner des Verpackungsprojekts nicht öffnen: „Zugriff verweigert“. Meine Kollegin kann es.",
        "Wie lautet der vollständige Pfad des Ordners?",
        "Er lautet P:\\Projekte\\Verpackung 2026.",
        "Sie fehlten in der Gruppe des Ordners. Sie sind jetzt darin; melden Sie sich einmal ab und wieder an.",
    ]).times(5),
    story("file-shares", Team, Solved, [
        "Folder deleted by mistake",
        "Somebody in our team deleted a folder with test reports from the shared drive. It was there yesterday at noon.",
        "What is the folder called, and which time shall we go back to?",
        "\"Endurance 2026\", yesterday at noon please.",
        "The folder is back as of yesterday, 12:00. 214 files, nothing is missing.",
    ], [
        "Ordner versehentlich gelöscht",
        "Jemand aus unserem Team hat einen Ordner mit Prüfberichten vom gemeinsamen Laufwerk gelöscht. Gestern Mittag war er noch da.",
        "Wie heißt der Ordner, und auf welchen Zeitpunkt sollen wir zurückgehen?",
        "„Dauertest 2026“, auf gestern Mittag bitte.",
        "Der Ordner ist auf dem Stand von gestern, 12:00 Uhr, wieder da. 214 Dateien, es fehlt nichts.",
    ]).times(4),
    story("file-shares", Minor, Solved, [
        "File is locked by somebody who is on holiday",
        "The price list is locked by a colleague who is on holiday for two weeks. I need to change one line.",
        "Which file is it, and is it enough to open the lock without saving their changes?",
        "Price list 2026, and yes, nothing was changed.",
        "The lock is removed, you can write to the file.",
    ], [
        "Datei ist von jemandem im Urlaub gesperrt",
        "Die Preisliste ist von einem Kollegen gesperrt, der zwei Wochen im Urlaub ist. Ich muss eine Zeile ändern.",
        "Welche Datei ist es, und genügt es, die Sperre aufzuheben, ohne Änderungen zu sichern?",
        "Preisliste 2026, und ja, geändert wurde nichts.",
        "Die Sperre ist aufgehoben, Sie können die Datei bearbeiten.",
    ]).times(3),
    story("identity", Stopped, Solved, [
        "My account is locked",
        "I cannot sign in anywhere: \"your account is locked\". I typed the password wrong perhaps twice.",
        "For your safety: may we call you back on the number in your profile?",
        "Yes, I can be reached there now.",
        "An old phone kept trying your previous password. We unlocked the account and removed the phone.",
    ], [
        "Mein Konto ist gesperrt",
        "Ich kann mich nirgends anmelden: „Ihr Konto ist gesperrt“. Ich habe das Passwort vielleicht zweimal falsch eingegeben.",
        "Zu Ihrer Sicherheit: Dürfen wir Sie unter der Nummer in Ihrem Profil zurückrufen?",
        "Ja, dort bin ich jetzt erreichbar.",
        "Ein altes Telefon hat immer wieder Ihr früheres Passwort probiert. Wir haben das Konto entsperrt und das Telefon entfernt.",
    ]).times(7),
    story("identity", Stopped, Solved, [
        "Code app is gone with my old phone",
        "I have a new phone and the app for the sign-in codes is empty. The old phone is already wiped.",
        "Can you come to the service desk with your badge, or shall your manager confirm who you are?",
        "I am at the office and can come at eleven.",
        "Second factor registered on the new phone, old one removed. Please print the backup codes.",
    ], [
        "Code-App ist mit dem alten Telefon weg",
        "Ich habe ein neues Telefon, und die App für die Anmeldecodes ist leer. Das alte ist schon gelöscht.",
        "Können Sie mit Ihrem Ausweis zum Service Desk kommen, oder soll Ihre Führungskraft bestätigen, wer Sie sind?",
        "Ich bin im Büro und kann um elf kommen.",
        "Zweiter Faktor auf dem neuen Telefon eingerichtet, der alte ist entfernt. Bitte drucken Sie die Ersatzcodes aus.",
    ]).times(6),
    story("identity", Minor, Solved, [
        "Name is misspelled in the address book",
        "My last name lacks a letter in the address book, and so on my meeting invitations.",
        "How is it spelled right, and is it right in the HR portal?",
        "With a double n at the end. In the HR portal it is right.",
        "The address book takes it from the HR portal again. It is right everywhere by tomorrow morning.",
    ], [
        "Name ist im Adressbuch falsch geschrieben",
        "In meinem Nachnamen fehlt im Adressbuch ein Buchstabe, und damit auch auf meinen Einladungen.",
        "Wie schreibt er sich richtig, und stimmt er im Personalportal?",
        "Mit zwei n am Ende. Im Personalportal stimmt er.",
        "Das Adressbuch übernimmt ihn wieder aus dem Personalportal. Bis morgen früh stimmt er überall.",
    ]).times(2),
    story("password-reset", Stopped, Solved, [
        "Password reset sends no mail",
        "I want to reset my password, but the mail with the link never arrives. I waited an hour.",
        "Which private address is stored for you? The first two letters are enough.",
        "It should begin with \"kl\".",
        "An old private address was stored. It is corrected after your call, and the link arrived.",
    ], [
        "Passwort zurücksetzen verschickt keine Mail",
        "Ich möchte mein Passwort zurücksetzen, aber die Mail mit dem Link kommt nie an. Ich habe eine Stunde gewartet.",
        "Welche private Adresse ist für Sie hinterlegt? Die ersten beiden Buchstaben genügen.",
        "Sie müsste mit „kl“ anfangen.",
        "Hinterlegt war eine alte private Adresse. Nach Ihrem Anruf ist sie berichtigt, der Link ist angekommen.",
    ]).times(4),
    story("password-reset", Minor, Solved, [
        "New password is refused",
        "The page refuses every new password and only says \"does not meet the rules\". Mine has 14 characters.",
        "Does it contain a part of your name, or was it used in the last year?",
        "It has my dog's name and a year, but not mine.",
        "The page now says which rule is not met. A sentence of four words works and is easier to remember.",
    ], [
        "Neues Passwort wird abgelehnt",
        "Die Seite lehnt jedes neue Passwort ab und sagt nur „entspricht nicht den Regeln“. Meines hat 14 Zeichen.",
        "Enthält es einen Teil Ihres Namens, oder wurde es im letzten Jahr benutzt?",
        "Den Namen meines Hundes und ein Jahr, aber nicht meinen.",
        "Die Seite sagt jetzt, welche Regel nicht erfüllt ist. Ein Satz aus vier Wörtern geht und ist leichter zu merken.",
    ]).times(3),
    story("intranet", Minor, Solved, [
        "Canteen menu of last week on the intranet",
        "The intranet still shows the menu of last week. It is Wednesday.",
        "Do you see the new one when you press Ctrl and F5?",
        "No, still schnitzel.",
        "The page had been saved as a draft. It is published.",
    ], [
        "Speiseplan der letzten Woche im Intranet",
        "Das Intranet zeigt noch den Speiseplan der letzten Woche. Heute ist Mittwoch.",
        "Sehen Sie den neuen, wenn Sie Strg und F5 drücken?",
        "Nein, immer noch Schnitzel.",
        "Die Seite war als Entwurf gespeichert. Sie ist veröffentlicht.",
    ]).times(2),
    story("intranet", Slowed, Duplicate, [
        "Intranet does not load",
        "The intranet shows a white page. Other websites work.",
        "Does it work in a private window of the browser?",
        "No, white as well.",
        "Others reported the same this morning. The server was restarted, and the intranet is back for everyone.",
    ], [
        "Intranet lädt nicht",
        "Das Intranet zeigt eine weiße Seite. Andere Webseiten gehen.",
        "Geht es in einem privaten Fenster des Browsers?",
        "Nein, auch da ist es weiß.",
        "Andere haben heute Morgen dasselbe gemeldet. Der Server wurde neu gestartet, das Intranet ist für alle wieder da.",
    ]).times(3),
];
