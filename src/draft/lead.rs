//! Which of several tabs writes: the one that holds the lock, the others follow. What a tab does with what it hears, and
//! nothing else.

/// What a tab may do with the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Not known yet.
    Opening,
    /// It writes.
    Leads,
    /// It shows what another one writes.
    Follows,
    /// It has asked for the lead.
    Asks,
    /// The form was sent or put into the cart, here or elsewhere.
    Ended,
}

/// What happens to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event {
    /// It got the lock.
    Held,
    /// Another one has the lock.
    Busy,
    /// The browser has no locks.
    NoLocks,
    /// Another one took the lock away.
    Lost,
    /// Another one opened the form.
    Hello,
    /// Another one wrote.
    Typed,
    /// Another one asks for the lead.
    Give,
    /// Another one gives this one the lead.
    Given,
    /// It was sent elsewhere.
    SentElsewhere,
    /// It was sent here.
    SentHere,
    /// The person wants to go on here.
    Press,
    /// Whoever was asked for the lead does not answer.
    Silence,
}

/// What it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    /// Asks for the lock and waits in line.
    Queue,
    /// Leaves the line.
    Unqueue,
    /// Takes the lock from whoever has it.
    Steal,
    /// Gives the lock up.
    Release,
    /// Writes what is not written yet.
    Flush,
    /// Says what is in the form.
    Tell,
    /// Greets.
    Greet,
    /// Asks whoever leads for the lead.
    Beg,
    /// Gives the lead to whoever asked.
    Give,
    /// Says that it was sent.
    TellSent,
    /// Gives whoever was asked some time to answer.
    Wait,
    /// Shows what another one wrote.
    Show,
    /// Looks whether more was kept than is shown.
    Refresh,
    /// Says that another tab writes too.
    Warn,
}

/// What becomes of a tab, and what it does, in order.
pub(super) fn step(role: Role, event: Event) -> (Role, &'static [Act]) {
    use Act::*;
    use Event::{Busy, Held, Hello, Lost, NoLocks, Press, SentElsewhere, SentHere, Silence, Typed};
    match (role, event) {
        // Nobody writes any more; the lock is for who opens the form next.
        (Role::Ended, Held) => (Role::Ended, &[Release]),
        (Role::Ended, _) => (Role::Ended, &[]),
        (_, SentHere) => (Role::Ended, &[TellSent, Release]),
        (_, SentElsewhere) => (Role::Ended, &[Unqueue, Release]),

        // Whoever had it a moment ago may have written since this tab looked.
        (Role::Opening, Held) => (Role::Leads, &[Refresh]),
        (Role::Opening, NoLocks) => (Role::Leads, &[Greet]),
        (Role::Opening, Busy) => (Role::Follows, &[Greet, Queue]),

        // Who followed is behind by what was typed last.
        (Role::Follows | Role::Asks, Held) => (Role::Leads, &[Refresh]),
        (Role::Follows | Role::Asks, Typed) => (role, &[Show]),
        (Role::Follows, Press) => (Role::Asks, &[Beg, Wait]),
        (Role::Asks, Event::Given) => (Role::Asks, &[Show, Unqueue, Steal]),
        (Role::Asks, Silence) => (Role::Asks, &[Unqueue, Steal]),
        // It could not be had after all.
        (Role::Asks, Busy) => (Role::Follows, &[Queue]),

        (Role::Leads, Hello) => (Role::Leads, &[Tell]),
        (Role::Leads, Event::Give) => (Role::Follows, &[Flush, Act::Give, Release, Queue]),
        (Role::Leads, Lost) => (Role::Follows, &[Greet, Queue]),
        // Two that write: there are no locks, and what is written last is kept.
        (Role::Leads, Typed) => (Role::Leads, &[Warn]),
        _ => (role, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tabs that talk to one another and want one lock, as the browser has it.
    #[derive(Default)]
    struct Tabs {
        roles: Vec<Role>,
        holder: Option<usize>,
        line: Vec<usize>,
        wrote: Vec<usize>,
        asked: Option<usize>,
    }

    impl Tabs {
        fn open(&mut self) -> usize {
            self.roles.push(Role::Opening);
            let tab = self.roles.len() - 1;
            if self.holder.is_none() {
                self.holder = Some(tab);
                self.tell(tab, Event::Held);
            } else {
                self.tell(tab, Event::Busy);
            }
            tab
        }

        fn tell(&mut self, tab: usize, event: Event) {
            let (role, acts) = step(self.roles[tab], event);
            self.roles[tab] = role;
            for act in acts {
                self.act(tab, *act);
            }
        }

        fn others(&mut self, tab: usize, event: Event) {
            for other in (0..self.roles.len()).filter(|other| *other != tab) {
                self.tell(other, event);
            }
        }

        fn act(&mut self, tab: usize, act: Act) {
            match act {
                Act::Queue => {
                    self.line.push(tab);
                    self.next();
                }
                Act::Unqueue => self.line.retain(|other| *other != tab),
                Act::Steal => {
                    if let Some(before) = self.holder.replace(tab) {
                        self.tell(before, Event::Lost);
                    }
                    self.tell(tab, Event::Held);
                }
                Act::Release if self.holder == Some(tab) => {
                    self.holder = None;
                    self.next();
                }
                Act::Flush => self.wrote.push(tab),
                Act::Greet => self.others(tab, Event::Hello),
                Act::Beg => {
                    self.asked = Some(tab);
                    self.others(tab, Event::Give);
                }
                Act::Give => {
                    if let Some(asked) = self.asked {
                        self.tell(asked, Event::Given);
                    }
                }
                Act::TellSent => self.others(tab, Event::SentElsewhere),
                _ => {}
            }
        }

        fn next(&mut self) {
            if self.holder.is_none() && !self.line.is_empty() {
                let tab = self.line.remove(0);
                self.holder = Some(tab);
                self.tell(tab, Event::Held);
            }
        }

        fn close(&mut self, tab: usize) {
            self.roles[tab] = Role::Ended;
            self.line.retain(|other| *other != tab);
            if self.holder == Some(tab) {
                self.holder = None;
                self.next();
            }
        }

        fn leaders(&self) -> Vec<usize> {
            (0..self.roles.len()).filter(|tab| self.roles[*tab] == Role::Leads).collect()
        }
    }

    #[test]
    fn the_first_leads_and_the_next_takes_over_when_it_closes() {
        let mut tabs = Tabs::default();
        let (first, second, third) = (tabs.open(), tabs.open(), tabs.open());
        assert_eq!(tabs.leaders(), [first]);
        tabs.close(first);
        assert_eq!(tabs.leaders(), [second]);
        tabs.close(second);
        assert_eq!(tabs.leaders(), [third]);
    }

    #[test]
    fn whoever_asks_gets_the_lead_once_all_is_written() {
        let mut tabs = Tabs::default();
        let (first, second, third) = (tabs.open(), tabs.open(), tabs.open());
        tabs.tell(third, Event::Press);
        assert_eq!((tabs.leaders(), tabs.wrote.clone()), (vec![third], vec![first]));
        assert_eq!((tabs.roles[first], tabs.roles[second]), (Role::Follows, Role::Follows));
        // Back again, and the one in between still has its turn.
        tabs.tell(first, Event::Press);
        assert_eq!(tabs.leaders(), [first]);
        tabs.close(first);
        assert_eq!(tabs.leaders().len(), 1);
    }

    #[test]
    fn a_leader_that_does_not_answer_is_not_waited_for() {
        let mut tabs = Tabs::default();
        let (first, second) = (tabs.open(), tabs.open());
        // A frozen tab hears nothing.
        tabs.roles[first] = Role::Ended;
        tabs.tell(second, Event::Press);
        assert_eq!(tabs.roles[second], Role::Asks);
        tabs.tell(second, Event::Silence);
        assert_eq!(tabs.leaders(), [second]);
    }

    #[test]
    fn what_was_sent_is_over_everywhere() {
        let mut tabs = Tabs::default();
        let (first, second) = (tabs.open(), tabs.open());
        tabs.tell(first, Event::SentHere);
        assert_eq!(tabs.roles, [Role::Ended, Role::Ended]);
        tabs.tell(second, Event::Press);
        tabs.tell(second, Event::Held);
        assert_eq!(tabs.roles[second], Role::Ended);
        // Whoever opens the form next begins anew.
        let third = tabs.open();
        assert_eq!(tabs.leaders(), [third]);
    }

    #[test]
    fn without_locks_both_write_and_say_so() {
        assert_eq!(step(Role::Opening, Event::NoLocks), (Role::Leads, [Act::Greet].as_slice()));
        assert_eq!(step(Role::Leads, Event::Typed), (Role::Leads, [Act::Warn].as_slice()));
    }
}
