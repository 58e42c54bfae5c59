//! Takes a pattern apart, into steps that can be followed all at once.

use std::{iter::Peekable, str::Chars};

/// As many steps as an engine may be given: `\d{1000}` has a thousand, and at each character each of them may be looked at.
const STEPS_MAX: usize = 10_000;
/// As deep as groups may be nested.
const DEPTH_MAX: u32 = 50;

/// What is to be done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// This character has to come.
    Char(char),
    /// One of this class has to come.
    Class(usize),
    /// Go on at either.
    Split(usize, usize),
    /// Go on there.
    Jump(usize),
    /// Only at the beginning.
    Start,
    /// Only at the end.
    End,
    /// Only at the edge of a word.
    Edge,
}

/// A pattern, as steps. It has matched once the step after the last is reached.
#[derive(Debug, Default)]
pub struct Program {
    /// What is to be done, from the first.
    pub steps: Vec<Step>,
    /// The classes, as the pattern spells them.
    pub classes: Vec<String>,
}

enum Node {
    Step(Step),
    All(Vec<Node>),
    Any(Vec<Node>),
    Repeat(Box<Node>, usize, Option<usize>),
}

/// The steps of `pattern`; none where it uses what forms may not, or is too large.
pub fn parse(pattern: &str) -> Option<Program> {
    let mut parser = Parser { rest: pattern.chars().peekable(), classes: Vec::new() };
    let node = parser.ways(0)?;
    // A `)` that closes nothing.
    if parser.rest.next().is_some() {
        return None;
    }
    let mut program = Program { steps: Vec::new(), classes: parser.classes };
    program.emit(&node, &mut (10 * STEPS_MAX))?;
    Some(program)
}

struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
    classes: Vec<String>,
}

impl Parser<'_> {
    fn ways(&mut self, depth: u32) -> Option<Node> {
        if depth > DEPTH_MAX {
            return None;
        }
        let mut ways = Vec::new();
        let mut now = Vec::new();
        while let Some(c) = self.rest.next_if(|c| *c != ')') {
            if c == '|' {
                ways.push(Node::All(std::mem::take(&mut now)));
                continue;
            }
            let node = self.atom(c, depth)?;
            now.push(self.repeated(node)?);
        }
        ways.push(Node::All(now));
        Some(Node::Any(ways))
    }

    fn atom(&mut self, first: char, depth: u32) -> Option<Node> {
        Some(match first {
            '(' => {
                if self.rest.next_if_eq(&'?').is_some() && self.rest.next() != Some(':') {
                    return None;
                }
                let inner = self.ways(depth + 1)?;
                self.rest.next_if_eq(&')')?;
                inner
            }
            '[' => {
                let class = self.class()?;
                self.one_of(class)
            }
            '.' => self.one_of(".".to_owned()),
            '^' => Node::Step(Step::Start),
            '$' => Node::Step(Step::End),
            '*' | '+' | '?' | '{' | '}' | ']' => return None,
            '\\' => self.escape()?,
            c => Node::Step(Step::Char(c)),
        })
    }

    fn one_of(&mut self, class: String) -> Node {
        let known = self.classes.iter().position(|known| *known == class);
        let place = known.unwrap_or_else(|| {
            self.classes.push(class);
            self.classes.len() - 1
        });
        Node::Step(Step::Class(place))
    }

    /// The rest of a class, to its bracket.
    fn class(&mut self) -> Option<String> {
        let mut class = "[".to_owned();
        loop {
            let c = self.rest.next()?;
            class.push(c);
            match c {
                ']' => return Some(class),
                '\\' => class.push(self.rest.next()?),
                _ => {}
            }
        }
    }

    fn escape(&mut self) -> Option<Node> {
        Some(match self.rest.next()? {
            'b' => Node::Step(Step::Edge),
            c @ ('d' | 'D' | 'w' | 'W' | 's' | 'S') => self.one_of(format!("\\{c}")),
            c @ ('p' | 'P') => {
                let mut class = format!("\\{c}");
                loop {
                    let c = self.rest.next()?;
                    class.push(c);
                    if c == '}' {
                        break;
                    }
                }
                self.one_of(class)
            }
            't' => Node::Step(Step::Char('\t')),
            'n' => Node::Step(Step::Char('\n')),
            'r' => Node::Step(Step::Char('\r')),
            c if c.is_alphanumeric() => return None,
            c => Node::Step(Step::Char(c)),
        })
    }

    fn repeated(&mut self, node: Node) -> Option<Node> {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => self.counts()?,
            _ => return Some(node),
        };
        // Of counts, the closing bracket.
        self.rest.next();
        // Whether it takes as much as it can is nothing to whether the whole matches.
        self.rest.next_if_eq(&'?');
        Some(Node::Repeat(Box::new(node), least, most))
    }

    /// From `{` to before `}`.
    fn counts(&mut self) -> Option<(usize, Option<usize>)> {
        self.rest.next();
        let mut counts = String::new();
        while let Some(c) = self.rest.next_if(|c| *c != '}') {
            counts.push(c);
        }
        let (least, most) = match counts.split_once(',') {
            None => (counts.parse().ok()?, Some(counts.parse().ok()?)),
            Some((least, "")) => (least.parse().ok()?, None),
            Some((least, most)) => (least.parse().ok()?, Some(most.parse().ok()?)),
        };
        most.is_none_or(|most| most >= least).then_some((least, most))
    }
}

impl Program {
    /// Appends the steps of `node`. None where there are too many; `budget` also counts what makes no steps.
    fn emit(&mut self, node: &Node, budget: &mut usize) -> Option<()> {
        *budget = budget.checked_sub(1)?;
        if self.steps.len() > STEPS_MAX {
            return None;
        }
        match node {
            Node::Step(step) => self.steps.push(*step),
            Node::All(parts) => parts.iter().try_for_each(|part| self.emit(part, budget))?,
            Node::Any(ways) => self.emit_ways(ways, budget)?,
            Node::Repeat(inner, least, most) => {
                for _ in 0..*least {
                    self.emit(inner, budget)?;
                }
                match most {
                    Some(most) => {
                        let mut forks = Vec::new();
                        for _ in *least..*most {
                            forks.push(self.fork());
                            self.emit(inner, budget)?;
                        }
                        forks.into_iter().for_each(|fork| self.join(fork));
                    }
                    None => {
                        let fork = self.fork();
                        self.emit(inner, budget)?;
                        self.steps.push(Step::Jump(fork));
                        self.join(fork);
                    }
                }
            }
        }
        Some(())
    }

    fn emit_ways(&mut self, ways: &[Node], budget: &mut usize) -> Option<()> {
        let Some((last, others)) = ways.split_last() else { return Some(()) };
        let mut ends = Vec::new();
        for way in others {
            let fork = self.fork();
            self.emit(way, budget)?;
            ends.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.join(fork);
        }
        self.emit(last, budget)?;
        for end in ends {
            self.set(end, Step::Jump(self.steps.len()));
        }
        Some(())
    }

    /// A step that goes on at the next, or elsewhere.
    fn fork(&mut self) -> usize {
        self.steps.push(Step::Jump(0));
        self.steps.len() - 1
    }

    /// Elsewhere is here.
    fn join(&mut self, fork: usize) {
        self.set(fork, Step::Split(fork + 1, self.steps.len()));
    }

    fn set(&mut self, place: usize, step: Step) {
        if let Some(known) = self.steps.get_mut(place) {
            *known = step;
        }
    }
}
