//! A question and its answer in one line: the same wherever answers are listed.

use crate::i18n::m;

/// Such as "Cost centre: 4410". A question that ends in a sign of its own takes no second one.
pub fn answered(question: &str, answer: &str) -> String {
    if question.ends_with(['?', '!', '.', ':']) {
        m::requests::question_sign_answer(answer, question)
    } else {
        m::requests::question_answer(answer, question)
    }
}
