//! Who is signed in, and what a backend offers.

use crate::{
    NoReply,
    types::{Capabilities, Me, Persona, SessionState, SignInInput},
};

endpoint! {
    /// What this backend offers, and its limits.
    GetCapabilities("getCapabilities"): Get "/capabilities",
    reply: Capabilities, status: 200, cached: true, signed_in: false,
}

endpoint! {
    /// Who there is to be, where the demo sign-in is offered.
    ListPersonas("listPersonas"): Get "/session/personas",
    reply: Vec<Persona>, status: 200, cached: true, signed_in: false, refusals: [NotFound],
}

endpoint! {
    /// Who is signed in, if anybody is. Never refuses: not being signed in is an answer.
    GetSession("getSession"): Get "/session",
    reply: SessionState, status: 200, cached: true, signed_in: false,
}

endpoint! {
    /// Signs in as one of the personas, and sets the session cookie.
    CreateSession("createSession"): Post "/session",
    body: SignInInput, reply: Me, status: 201, signed_in: false, refusals: [NotFound, ForeignOrigin],
}

endpoint! {
    /// Signs out.
    DeleteSession("deleteSession"): Delete "/session",
    reply: NoReply, status: 204, signed_in: false, refusals: [ForeignOrigin],
}

endpoint! {
    /// Who is signed in.
    GetMe("getMe"): Get "/me",
    reply: Me, status: 200, cached: true,
}
