//! What is wrong with an answer.

use super::{Tongue, amounts, readable, span};
use guichet_rules::form::ProblemCode as Code;

pub(super) fn answer(code: &Code, t: Tongue) -> String {
    match code {
        Code::Required => say!(t, "Answer this question.", "Beantworten Sie diese Frage."),
        Code::Mistyped => say!(t, "This answer has the wrong type.", "Diese Antwort hat den falschen Typ."),
        Code::TooShort { min } => {
            say!(t, "Write at least {min} characters.", "Schreiben Sie mindestens {min} Zeichen.")
        }
        Code::TooLong { max, .. } => {
            say!(t, "Write at most {max} characters.", "Schreiben Sie höchstens {max} Zeichen.")
        }
        Code::Pattern => say!(t, "This does not have the right form.", "Das hat nicht die richtige Form."),
        Code::Format => say!(t, "Check how this is written.", "Prüfen Sie die Schreibweise."),
        Code::TooSmall { min } => {
            let least = amounts::number(*min, t);
            say!(t, "Enter {least} or more.", "Geben Sie {least} oder mehr ein.")
        }
        Code::TooGreat { max } => {
            let most = amounts::number(*max, t);
            say!(t, "Enter {most} or less.", "Geben Sie {most} oder weniger ein.")
        }
        Code::NotWhole => say!(t, "Enter a whole number.", "Geben Sie eine ganze Zahl ein."),
        Code::AmountTooSmall { .. } => {
            say!(t, "This amount is too small.", "Dieser Betrag ist zu klein.")
        }
        Code::AmountTooGreat { .. } => {
            say!(t, "This amount is too large.", "Dieser Betrag ist zu groß.")
        }
        Code::NoSuchOption => say!(t, "Choose one of the options.", "Wählen Sie eine der Möglichkeiten."),
        Code::Unspecific => say!(t, "Choose more precisely.", "Wählen Sie genauer."),
        Code::TooFew { min } => say!(t, "Choose at least {min}.", "Wählen Sie mindestens {min}."),
        Code::TooMany { max } => say!(t, "Choose at most {max}.", "Wählen Sie höchstens {max}."),
        Code::TooEarly { earliest } => {
            let earliest = amounts::date(*earliest, t);
            say!(t, "Choose {earliest} or later.", "Wählen Sie den {earliest} oder später.")
        }
        Code::TooLate { latest } => {
            let latest = amounts::date(*latest, t);
            say!(t, "Choose {latest} or earlier.", "Wählen Sie den {latest} oder früher.")
        }
        Code::TimeTooEarly { earliest } => {
            say!(t, "Choose {earliest} or later.", "Wählen Sie {earliest} Uhr oder später.")
        }
        Code::TimeTooLate { latest } => {
            say!(t, "Choose {latest} or earlier.", "Wählen Sie {latest} Uhr oder früher.")
        }
        Code::Reversed => say!(
            t,
            "Choose an end that is not before the beginning.",
            "Wählen Sie ein Ende, das nicht vor dem Anfang liegt."
        ),
        Code::RangeTooShort { min } => {
            say!(t, "Choose at least {min} days.", "Wählen Sie mindestens {min} Tage.")
        }
        Code::RangeTooLong { max } => {
            say!(t, "Choose at most {max} days.", "Wählen Sie höchstens {max} Tage.")
        }
        Code::DurationTooShort { min } => {
            let least = span(i64::from(*min));
            say!(t, "Enter {least} or more.", "Geben Sie {least} oder mehr ein.")
        }
        Code::DurationTooLong { max } => {
            let most = span(i64::from(*max));
            say!(t, "Enter {most} or less.", "Geben Sie {most} oder weniger ein.")
        }
        // The form says itself what it wants; this is for a form that says nothing.
        Code::Constraint => say!(t, "This answer is not right.", "Diese Antwort stimmt nicht."),
        Code::NotFound => {
            say!(t, "Choose something that is on offer.", "Wählen Sie etwas, das zur Auswahl steht.")
        }
        Code::FileTooLarge { max_bytes } => {
            let (size, unit) = readable(*max_bytes);
            say!(t, "The file is larger than {size} {unit}.", "Die Datei ist größer als {size} {unit}.")
        }
        Code::FileType => say!(
            t,
            "Files of this type are not accepted here.",
            "Dateien dieser Art werden hier nicht angenommen."
        ),
        Code::UnknownQuestion => say!(t, "The form does not ask this.", "Das Formular fragt das nicht."),
        Code::Unsupported => {
            say!(t, "This question cannot be asked here.", "Diese Frage kann hier nicht gestellt werden.")
        }
        Code::Other => say!(t, "This answer is not right.", "Diese Antwort stimmt nicht."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_written_as_the_portal_writes_them() {
        let day = "2027-01-31".parse().unwrap();
        for (code, english, german) in [
            (Code::TooSmall { min: 0.000_5 }, "Enter 0.0005 or more.", "Geben Sie 0,0005 oder mehr ein."),
            (
                Code::TooGreat { max: 12_500.5 },
                "Enter 12,500.5 or less.",
                "Geben Sie 12.500,5 oder weniger ein.",
            ),
            (
                Code::TooEarly { earliest: day },
                "Choose 31 January 2027 or later.",
                "Wählen Sie den 31. Januar 2027 oder später.",
            ),
            (
                Code::TooLate { latest: day },
                "Choose 31 January 2027 or earlier.",
                "Wählen Sie den 31. Januar 2027 oder früher.",
            ),
        ] {
            assert_eq!([Tongue::English, Tongue::German].map(|t| answer(&code, t)), [english, german]);
        }
    }
}
