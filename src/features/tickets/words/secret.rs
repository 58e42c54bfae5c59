//! Why a secret answer is not read.

use crate::i18n::m;
use guichet_rules::secret::Refusal;

/// Why somebody may not read it, and what to do: the desk can, others need not.
pub fn secret(refusal: Refusal, desk: bool) -> String {
    use m::ticket_page as t;
    match refusal {
        Refusal::NotWorkingOnIt if desk => t::secret_take_it(),
        Refusal::NotWorkingOnIt => t::secret_for_desk(),
        Refusal::AwaitingApproval => t::secret_awaiting_approval(),
        Refusal::Deleted => t::secret_deleted(),
        Refusal::Sealed => t::secret_sealed(),
        Refusal::Unknown => t::refused_unknown(),
    }
}
